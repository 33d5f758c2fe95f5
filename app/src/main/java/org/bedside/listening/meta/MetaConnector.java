package org.bedside.listening.meta;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for comments, mentions and ratings of a Page or an Instagram account of one's own, a page of
 * one edge each call. The first time 30 days back, then the newest page of each.
 */
@Component
class MetaConnector implements Polling {

  static final String VERIFY_TOKEN = "verify_token";

  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration BETWEEN_CHECKS = Duration.ofHours(24);
  private static final int MOST_PAGES = 20;
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
        Need.secret(Grant.ACCESS_TOKEN),
        Need.secret(Grant.CLIENT_SECRET).optional(),
        Need.text(VERIFY_TOKEN).optional());
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Optional<Account> account = Account.of(address);
    if (account.isEmpty()) {
      return new Look.Nothing("meta.address", "");
    }
    return switch (listen(new Target(address, null, credential))) {
      case Heard.Trouble(String code, String detail, _, _) -> new Look.Nothing(code, detail);
      case Heard.Unchanged _ -> new Look.Nothing("meta.address", "");
      case Heard.Posts posts ->
          new Look.Found(
              List.of(
                  new Look.Candidate(
                      address,
                      account.get().id(),
                      account.get().instagram() ? "Instagram" : "Facebook",
                      posts.posts().stream().limit(PREVIEWED).toList(),
                      posts.posts().size())));
    };
  }

  @Override
  public Heard listen(Target target) {
    Optional<Account> account = Account.of(target.url());
    Credential credential = target.credential();
    if (account.isEmpty()) {
      return new Heard.Trouble("meta.address", "", null);
    }
    if (credential == null || !credential.has(Grant.ACCESS_TOKEN)) {
      return new Heard.Trouble("meta.sign-in-again", "", null);
    }
    Cursor cursor = Cursor.read(target.cursor());
    Instant checked = cursor.checked();
    if (checked == null || checked.plus(BETWEEN_CHECKS).isBefore(clock.instant())) {
      Credential renewed = checked(account.get(), credential);
      Cursor next = cursor.checked(clock.instant());
      return switch (page(account.get(), credential, next)) {
        case Heard.Posts posts -> posts.renewing(renewed);
        case Heard.Trouble trouble -> trouble.renewing(renewed);
        case Heard.Unchanged same -> same;
      };
    }
    return page(account.get(), credential, cursor);
  }

  /** The credential with the end that Meta states for the token, where that is another one. */
  private @Nullable Credential checked(Account account, Credential credential) {
    String token = encoded(credential.get(Grant.ACCESS_TOKEN));
    URI url = URI.create(account.base() + "/debug_token?input_token=" + token);
    if (!(ask(url, credential) instanceof Asked.Got got)) {
      return null;
    }
    Json data = got.json().at("data");
    Instant ends = earlier(data.epoch("expires_at"), data.epoch("data_access_expires_at"));
    return ends == null || Objects.equals(ends, credential.expiresAt())
        ? null
        : credential.until(ends);
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private Asked ask(URI url, Credential credential) {
    Request request =
        Request.get(url)
            .with("Authorization", "Bearer " + credential.get(Grant.ACCESS_TOKEN))
            .with("Accept", "application/json");
    return Asked.json(outbound, request, "meta.unreadable");
  }

  private Heard page(Account account, Credential credential, Cursor cursor) {
    List<String> edges = account.edges();
    int edge = Math.min(cursor.edge(), edges.size() - 1);
    String after = cursor.after() == null ? "" : "&after=" + encoded(cursor.after());
    return switch (ask(URI.create(account.url(edges.get(edge) + after)), credential)) {
      case Asked.Got got when got.json().at("data").isArray() -> {
        Duration pause = Usage.pause(got.headers());
        yield brought(account, got.json(), cursor, edge, pause);
      }
      case Asked.Got _ -> new Heard.Trouble("meta.unreadable", "", null);
      case Asked.Not not -> refused(not);
    };
  }

  private Heard brought(Account account, Json page, Cursor cursor, int edge, Duration pause) {
    List<RawPost> posts = Things.read(page, account.id(), clock.instant());
    Instant oldest =
        posts.stream()
            .map(RawPost::publishedAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    String after = page.at("paging", "cursors").words("after");
    boolean further =
        !cursor.backfilled()
            && page.at("paging").string("next") != null
            && !after.isEmpty()
            && !after.equals(cursor.after())
            && cursor.pages() < MOST_PAGES
            && (oldest == null || oldest.isAfter(clock.instant().minus(BACK)));
    boolean last = !further && edge == account.edges().size() - 1;
    Cursor next =
        further
            ? new Cursor(edge, after, cursor.pages() + 1, false, cursor.checked())
            : new Cursor(
                last ? 0 : edge + 1, null, 0, cursor.backfilled() || last, cursor.checked());
    Heard.Posts heard = new Heard.Posts(posts, List.of(), next.write());
    if (!pause.isZero()) {
      return heard.continuing(pause, null);
    }
    return last ? heard : heard.continuing(Duration.ZERO, further ? oldest : null);
  }

  /** By the error codes of the Graph API. */
  private static Heard.Trouble refused(Asked.Not not) {
    Long code = not.said().at("error").number("code");
    Duration pause = Usage.pause(not.headers());
    Duration asked = not.trouble().retryAfter();
    Duration wait = asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    int known = code == null || code < 0 || code > 1_000_000 ? 0 : code.intValue();
    if (known == 190 || known == 102 || not.status() == 401) {
      return new Heard.Trouble("meta.sign-in-again", "", null);
    }
    if (known == 4
        || known == 17
        || known == 32
        || known == 613
        || (known >= 80000 && known < 80100)) {
      return new Heard.Trouble(
          "outbound.status-429", "", wait.isZero() ? Duration.ofHours(1) : wait);
    }
    if (known == 3 || known == 10 || (known >= 200 && known < 300)) {
      return new Heard.Trouble("meta.no-permission", "", null);
    }
    return wait.isZero()
        ? not.trouble()
        : new Heard.Trouble(not.trouble().code(), not.trouble().detail(), wait);
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }
}
