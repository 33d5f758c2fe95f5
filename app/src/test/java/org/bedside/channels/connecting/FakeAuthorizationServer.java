package org.bedside.channels.connecting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bedside.channels.sending.FakeNetwork;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets people grant access to accounts of a {@link FakeNetwork}, as RFC 6749, RFC 7636 and the
 * networks' own pages say: it checks the client, the redirect URI and the challenge before it asks
 * anybody, gives out a code that is good once, and tokens for the code, the verifier, the same
 * redirect URI and the client's secret where the network wants it.
 */
public final class FakeAuthorizationServer {

  /** How a network does it. */
  public enum Manner {
    /** The secret in the form; clients make themselves known; tokens don't end. */
    MASTODON("/oauth/authorize", "/oauth/token"),
    /** The secret in the form; a refresh token only for access_type=offline and prompt=consent. */
    GOOGLE("/o/oauth2/v2/auth", "/token"),
    /** The secret in the form; the person's token is exchanged for those of pages. */
    META("/v23.0/dialog/oauth", "/v23.0/oauth/access_token"),
    /** The secret in a header only; a refresh token only for duration=permanent. */
    REDDIT("/api/v1/authorize", "/api/v1/access_token"),
    /** The secret in a header only; PKCE or nothing; a refresh token only for offline.access. */
    X("/i/oauth2/authorize", "/2/oauth2/token");

    private final String authorize;
    private final String token;

    Manner(String authorize, String token) {
      this.authorize = authorize;
      this.token = token;
    }
  }

  /** A client that was registered. */
  record Known(String secret, String redirect, Set<String> scopes) {}

  /** What a code stands for. */
  record Grant(Map<String, String> asked) {}

  public final List<Map<String, String>> tokenForms = new CopyOnWriteArrayList<>();

  /** What was asked for and is not granted although the person agrees. */
  final Set<String> withheld = ConcurrentHashMap.newKeySet();

  /** Whether refresh tokens are given. */
  volatile boolean refreshes = true;

  final List<Map<String, Object>> pages = new CopyOnWriteArrayList<>();

  /** What the token endpoint answers instead. */
  volatile @Nullable String tokenAnswer;

  final Manner manner;
  private final URI base;
  final Map<String, Known> clients = new ConcurrentHashMap<>();
  final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** At the network's address, before what it answers itself. */
  public FakeAuthorizationServer(Manner manner, FakeNetwork network) {
    this.manner = manner;
    this.base = network.url();
    network.on(manner.authorize, this::authorize);
    FakeTokens tokens = new FakeTokens(this);
    network.on(manner.token, tokens::token);
    if (manner == Manner.MASTODON) {
      network.on("/api/v1/apps", this::register);
    }
    if (manner == Manner.META) {
      network.on("/v23.0/me/accounts", tokens::accounts);
    }
  }

  /** A client as an administrator makes it in the network's console. */
  public void knows(String id, String secret, String redirect) {
    clients.put(id, new Known(secret, redirect, Set.of()));
  }

  /** A page, with its Instagram account, that the person answers for; {@link Manner#META}. */
  public void answersFor(String id, String name) {
    pages.add(
        Map.of(
            "id",
            id,
            "name",
            name,
            "access_token",
            "of-page-" + id,
            "instagram_business_account",
            Map.of("id", id, "username", "larkspur")));
  }

  private void register(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(body(exchange));
    if (!exchange.getRequestMethod().equals("POST")
        || form.getOrDefault("client_name", "").isBlank()
        || form.getOrDefault("redirect_uris", "").isBlank()) {
      json(exchange, 422, Map.of("error", "Validation failed: Redirect URI can't be blank"));
      return;
    }
    String id = "app-" + numbers.incrementAndGet();
    clients.put(
        id,
        new Known(
            "secret-of-" + id,
            form.getOrDefault("redirect_uris", ""),
            Set.of(form.getOrDefault("scopes", "read").split(" "))));
    json(
        exchange,
        200,
        Map.of(
            "id",
            "1",
            "name",
            "Bedside",
            "redirect_uri",
            form.getOrDefault("redirect_uris", ""),
            "client_id",
            id,
            "client_secret",
            "secret-of-" + id));
  }

  /** What is wrong with a request before anybody is asked, or empty. */
  private String fault(Map<String, String> asked) {
    Known client = clients.get(asked.getOrDefault("client_id", ""));
    if (client == null) {
      return "unknown client";
    }
    if (!client.redirect().equals(asked.get("redirect_uri"))) {
      return "redirect URI is not registered";
    }
    if (!"code".equals(asked.get("response_type"))) {
      return "unsupported response type";
    }
    if (asked.getOrDefault("state", "").length() < 40) {
      return "no state worth the name";
    }
    if (!"S256".equals(asked.get("code_challenge_method"))
        || asked.getOrDefault("code_challenge", "").length() != 43) {
      return "no challenge of RFC 7636";
    }
    List<String> scopes = Arrays.asList(asked.getOrDefault("scope", "").split(" "));
    return client.scopes().isEmpty() || client.scopes().containsAll(scopes)
        ? ""
        : "scope was not registered";
  }

  /** The page that asks a person, and what comes of the answer. */
  private void authorize(HttpExchange exchange) throws IOException {
    boolean answered = exchange.getRequestMethod().equals("POST");
    String raw = answered ? body(exchange) : exchange.getRequestURI().getRawQuery();
    Map<String, String> asked = form(raw == null ? "" : raw);
    String fault = fault(asked);
    if (!fault.isEmpty()) {
      page(exchange, 400, "<h1>" + fault + "</h1>");
    } else if (answered) {
      boolean yes = asked.getOrDefault("answer", "").equals("allow");
      exchange
          .getResponseHeaders()
          .set("Location", (yes ? allowed(asked) : denied(asked)).toString());
      exchange.sendResponseHeaders(302, -1);
    } else {
      StringBuilder hidden = new StringBuilder();
      asked.forEach(
          (name, value) ->
              hidden.append(
                  "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, value)));
      page(
          exchange,
          200,
          "<h1>Bedside would like to use your account</h1><form method=\"post\" action=\""
              + manner.authorize
              + "\">"
              + hidden
              + "<button name=\"answer\" value=\"allow\">Authorize</button>"
              + "<button name=\"answer\" value=\"deny\">Deny</button></form>");
    }
  }

  private static void page(HttpExchange exchange, int status, String html) throws IOException {
    String whole =
        "<!doctype html><html lang=\"en\"><head><title>A network</title><link rel=\"icon\""
            + " href=\"data:,\"></head><body>"
            + html
            + "</body></html>";
    WebServer.send(exchange, status, "text/html; charset=utf-8", whole.getBytes(UTF_8));
  }

  /** Where somebody is led who agrees to what that address asks for. */
  URI allow(URI asking) {
    return allowed(checked(asking));
  }

  /** Where somebody is led who does not. */
  URI deny(URI asking) {
    return denied(checked(asking));
  }

  private Map<String, String> checked(URI asking) {
    if (!asking.toString().startsWith(base + manner.authorize + "?")) {
      throw new AssertionError("Nobody is asked at " + asking);
    }
    Map<String, String> asked = form(asking.getRawQuery());
    String fault = fault(asked);
    if (!fault.isEmpty()) {
      throw new AssertionError(fault + ": " + asking);
    }
    return asked;
  }

  private URI allowed(Map<String, String> asked) {
    String code = "code-" + numbers.incrementAndGet();
    codes.put(code, new Grant(asked));
    return back(asked, "code=" + code);
  }

  private static URI denied(Map<String, String> asked) {
    return back(asked, "error=access_denied&error_description=The+owner+said+no");
  }

  private static URI back(Map<String, String> asked, String answer) {
    String state = URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8);
    return URI.create(asked.get("redirect_uri") + "?" + answer + "&state=" + state);
  }

  static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
  }

  static void json(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JsonMapper.shared().writeValueAsString(body).getBytes(UTF_8);
    WebServer.send(exchange, status, "application/json", bytes);
  }

  static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  static Map<String, String> form(String written) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : written.split("&", -1)) {
      String[] pair = field.split("=", 2);
      if (pair.length == 2) {
        fields.put(decode(pair[0]), decode(pair[1]));
      }
    }
    return fields;
  }
}
