package org.bedside.listening.meta;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bedside.api.ApiProblem;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Open;
import org.bedside.listening.Listening;
import org.bedside.listening.PostIntake;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Hooks;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Meta delivers what happens on a Page or an Instagram account. */
@RestController
class MetaHook {

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int LONGEST_CHALLENGE = 200;

  private final Hooks hooks;
  private final PostIntake intake;
  private final Listening listening;
  private final TransactionTemplate transactions;
  private final Clock clock;

  MetaHook(
      Hooks hooks,
      PostIntake intake,
      Listening listening,
      TransactionTemplate transactions,
      Clock clock) {
    this.hooks = hooks;
    this.intake = intake;
    this.listening = listening;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Meta asks once whether deliveries are wanted here. */
  @Open("Meta proves by the verify token that it was told of this address")
  @GetMapping("/hooks/meta/{source}")
  ResponseEntity<String> verify(
      @PathVariable UUID source,
      @RequestParam(name = "hub.mode", defaultValue = "") String mode,
      @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
      @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
    String expected = find(source).get(MetaConnector.VERIFY_TOKEN);
    boolean known = !expected.isBlank() && equal(expected, token);
    if (!mode.equals("subscribe")
        || !known
        || !challenge.matches("[\\w-]{1," + LONGEST_CHALLENGE + "}")) {
      throw new ApiProblem(
          HttpStatus.FORBIDDEN, "verify-token-wrong", "The verify token is not the source's.");
    }
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
  }

  @Open("Meta signs each delivery with the application's secret")
  @PostMapping("/hooks/meta/{source}")
  ResponseEntity<String> deliver(@PathVariable UUID source, HttpServletRequest request)
      throws IOException {
    Hooks.Hooked hooked = find(source);
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ApiProblem(
          HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "A delivery is at most 4 MB.");
    }
    String secret = hooked.get(Grant.CLIENT_SECRET);
    if (secret.isBlank() || !isSigned(request.getHeader("X-Hub-Signature-256"), body, secret)) {
      throw new ApiProblem(
          HttpStatus.UNAUTHORIZED,
          "signature-wrong",
          "The signature is not of this body and the source's app secret. Nothing was stored.");
    }
    Optional<Account> account = Account.of(hooked.url());
    Optional<Json> json = Json.read(body);
    if (account.isPresent() && json.isPresent()) {
      store(hooked, Delivery.read(json.get(), account.get(), clock.instant()));
    }
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("EVENT_RECEIVED");
  }

  private Hooks.Hooked find(UUID source) {
    return hooks
        .find(source, "meta")
        .orElseThrow(
            () ->
                new ApiProblem(
                    HttpStatus.NOT_FOUND, "source-unknown", "Nothing is taken at this address."));
  }

  private void store(Hooks.Hooked hooked, Delivery delivery) {
    CurrentOrganization.run(
        hooked.organization(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  intake.receive(hooked.source(), delivery.posts());
                  if (!delivery.withdrawn().isEmpty()) {
                    intake.withdraw(hooked.source(), delivery.withdrawn());
                  }
                  if (delivery.asks()) {
                    listening.makeDue(hooked.source());
                  }
                }));
  }

  /** In constant time, over the bytes as they came. */
  static boolean isSigned(@Nullable String header, byte[] body, String secret) {
    return header != null && equal(signature(body, secret), header.strip());
  }

  static String signature(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static boolean equal(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
