package org.bedside.listening.websub;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Open;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where hubs ask whether we meant it, and bring what is new. */
@RestController
class WebSubHook {

  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int LONGEST_CHALLENGE = 4_000;
  private static final int AT_ONCE = 8;

  private final Callbacks callbacks;
  private final Deliveries deliveries;
  private final Turnstile turnstile;
  private final Semaphore room = new Semaphore(AT_ONCE);

  WebSubHook(Callbacks callbacks, Deliveries deliveries, Turnstile turnstile) {
    this.callbacks = callbacks;
    this.deliveries = deliveries;
    this.turnstile = turnstile;
  }

  /** Sections 5.2 and 5.3: a hub confirms with us, or says no. */
  @Open("a hub proves by the token that it was asked")
  @GetMapping("/hooks/websub/{token}")
  ResponseEntity<String> verify(
      @PathVariable String token,
      @RequestParam(name = "hub.mode", defaultValue = "") String mode,
      @RequestParam(name = "hub.topic", defaultValue = "") String topic,
      @RequestParam(name = "hub.challenge", defaultValue = "") String challenge,
      @RequestParam(name = "hub.lease_seconds", defaultValue = "") String lease,
      @RequestParam(name = "hub.reason", defaultValue = "") String reason) {
    Callbacks.Called called = find(token);
    if (mode.equals("denied")) {
      if (callbacks.denied(called, topic, reason)) {
        return ResponseEntity.ok().build();
      }
      throw unknown();
    }
    boolean fits = !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE;
    if (!fits || !callbacks.confirm(called, mode, topic, seconds(lease))) {
      throw unknown();
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(challenge);
  }

  @Open("a hub signs each delivery with the secret that it was given")
  @PostMapping("/hooks/websub/{token}")
  ResponseEntity<Void> deliver(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Callbacks.Called called = find(token);
    if (called.over()) {
      return ResponseEntity.status(HttpStatus.GONE).build();
    }
    if (!turnstile.lets(called.id())) {
      return later(HttpStatus.TOO_MANY_REQUESTS, Turnstile.WINDOW);
    }
    if (!room.tryAcquire()) {
      return later(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(5));
    }
    try {
      return status(called, request);
    } catch (Packed.TooLargeException e) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    } finally {
      room.release();
    }
  }

  private ResponseEntity<Void> status(Callbacks.Called called, HttpServletRequest request)
      throws IOException, Packed.TooLargeException {
    byte[] sent = Packed.read(request.getInputStream(), MOST_BYTES);
    byte[] body;
    try {
      body = Packed.open(sent, request.getHeader("Content-Encoding"), MOST_BYTES);
    } catch (IOException e) {
      callbacks.refused(called, "websub.packed", false);
      return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
    }
    String type = request.getContentType();
    ResponseHeaders headers =
        new ResponseHeaders(type == null ? Map.of() : Map.of("content-type", type));
    Deliveries.Label label =
        new Deliveries.Label(
            request.getHeader("X-Hub-Signature"),
            String.join(", ", Collections.list(request.getHeaders("Link"))),
            headers.charset());
    return ResponseEntity.status(
            switch (deliveries.take(called, sent, body, label)) {
              case TAKEN -> HttpStatus.NO_CONTENT;
              // Section 7.1: a success all the same, so that nobody learns by trying.
              case IGNORED -> HttpStatus.ACCEPTED;
              case OVER -> HttpStatus.GONE;
            })
        .build();
  }

  private Callbacks.Called find(String token) {
    Optional<Callbacks.Called> called =
        token.matches(Keys.TOKEN) ? callbacks.find(Keys.hash(token)) : Optional.empty();
    return called.orElseThrow(WebSubHook::unknown);
  }

  private static ResponseEntity<Void> later(HttpStatus status, Duration wait) {
    return ResponseEntity.status(status)
        .header("Retry-After", Long.toString(wait.toSeconds()))
        .build();
  }

  private static @Nullable Duration seconds(String written) {
    return written.matches("[0-9]{1,12}") ? Duration.ofSeconds(Long.parseLong(written)) : null;
  }

  private static ApiProblem unknown() {
    return new ApiProblem(
        HttpStatus.NOT_FOUND, "subscription-unknown", "Nothing like that was asked for here.");
  }
}
