package org.bedside.listening.meta;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Granted;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for comments, mentions and ratings of a Page or an Instagram account of one's own, a page of
 * one edge each call. The first time 30 days back, then the newest page of each.
 */
@Component
class MetaConnector implements Polling {

  static final String VERIFY_TOKEN = "verify_token";

  /** What a person enters, or is granted. */
  static final Set<String> NEEDED =
      Set.of(Grant.CLIENT_ID, Grant.CLIENT_SECRET, VERIFY_TOKEN, Grant.ACCESS_TOKEN);

  private static final Duration BETWEEN_CHECKS = Duration.ofHours(24);
  private static final int PREVIEWED = 10;

  private final Outbound outbound;
  private final Clock clock;

  MetaConnector(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "meta";
  }

  @Override
  public boolean accepts(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("graph.facebook.com") && Account.of(address).isPresent();
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(URI.create("https://graph.facebook.com"));
  }

  @Override
  public List<Need> needs() {
    return List.of(
        Need.text(Grant.CLIENT_ID).optional(),
        Need.secret(Grant.CLIENT_SECRET).optional(),
        Need.text(VERIFY_TOKEN).optional(),
        Need.secret(Grant.ACCESS_TOKEN).optional());
  }

  @Override
  public Optional<Grant> grant() {
    return home().map(home -> home.resolve("/v23.0/0")).flatMap(this::grant);
  }

  @Override
  public Optional<Grant> grant(URI address) {
    return Account.of(address).map(Access::grant);
  }

  @Override
  public Granted granted(URI address, Credential access) {
    return Account.of(address)
        .map(account -> new Access(outbound, account).of(access))
        .orElseGet(() -> new Granted.Useless(new Heard.Trouble("meta.address", "", null)));
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Optional<Account> account = Account.of(address);
    if (account.isEmpty()) {
      return new Look.Nothing("meta.address", "");
    }
    if (credential == null || !credential.has(Grant.ACCESS_TOKEN)) {
      return notYet(credential).equals("oauth.not-granted")
          ? found(address, account.get(), List.of())
          : new Look.Nothing("meta.nothing-entered", "");
    }
    return switch (listen(new Target(address, null, credential))) {
      case Heard.Trouble(String code, String detail, _, _) -> new Look.Nothing(code, detail);
      case Heard.Unchanged _ -> new Look.Nothing("meta.address", "");
      case Heard.Posts posts -> found(address, account.get(), posts.posts());
    };
  }

  private static Look found(URI address, Account account, List<RawPost> posts) {
    return new Look.Found(
        List.of(
            new Look.Candidate(
                address,
                account.id(),
                account.instagram() ? "Instagram" : "Facebook",
                posts.stream().limit(PREVIEWED).toList(),
                posts.size())));
  }

  @Override
  public Heard listen(Target target) {
    Optional<Account> account = Account.of(target.url());
    Credential credential = target.credential();
    if (account.isEmpty()) {
      return new Heard.Trouble("meta.address", "", null);
    }
    if (credential == null || !credential.has(Grant.ACCESS_TOKEN)) {
      return new Heard.Trouble(notYet(credential), "", null);
    }
    Cursor cursor = Cursor.read(target.cursor());
    Instant checked = cursor.checked;
    Credential renewed = null;
    if (checked == null || checked.plus(BETWEEN_CHECKS).isBefore(clock.instant())) {
      renewed = new Access(outbound, account.get()).dated(credential);
      cursor.checked = clock.instant();
    }
    Graph graph = new Graph(outbound, credential.get(Grant.ACCESS_TOKEN));
    boolean hooked = credential.has(Grant.CLIENT_SECRET) && credential.has(VERIFY_TOKEN);
    return switch (new Walk(graph, clock, account.get(), cursor, hooked).step()) {
      case Heard.Posts posts -> posts.renewing(renewed);
      case Heard.Trouble trouble -> trouble.renewing(renewed);
      case Heard.Unchanged same -> same;
    };
  }

  /** Whoever has entered an application grants access once the source is there. */
  private static String notYet(@Nullable Credential credential) {
    return credential != null && credential.has(Grant.CLIENT_ID)
        ? "oauth.not-granted"
        : "meta.sign-in-again";
  }
}
