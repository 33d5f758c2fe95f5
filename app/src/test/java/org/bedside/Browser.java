package org.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser does, without running scripts: keeps cookies, sends forms with their token. It
 * follows redirects only where a method says so. Not thread-safe.
 */
public final class Browser {

  private static final Pattern CSRF =
      Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"|value=\"([^\"]+)\"\\s+name=\"_csrf\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private String language = "en";

  Browser(int port) {
    this.base = URI.create("http://localhost:" + port);
  }

  /** A browser for a server that a test has started by itself. */
  public static Browser at(int port) {
    return new Browser(port);
  }

  /** From now on pages are asked for in this language. */
  public Browser inLanguage(String tag) {
    this.language = tag;
    return this;
  }

  /** Signs in through the form and expects it to succeed. */
  public Browser signIn(BedsideTest.Person person) {
    HttpResponse<String> answer = trySignIn(person.email(), person.password());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/sign-in");
    return this;
  }

  /** Sends the sign-in form. */
  public HttpResponse<String> trySignIn(String email, String password) {
    return post("/sign-in", "email", email, "password", password);
  }

  /** Asks for a page, without following a redirect. */
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Asks for a page and follows redirects to the page in the end. */
  public HttpResponse<String> open(String path) {
    return follow(get(path));
  }

  /** Follows redirects to the page in the end. */
  public HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> latest = answer;
    for (int hop = 0; hop < 5 && latest.statusCode() / 100 == 3; hop++) {
      String target = latest.headers().firstValue("Location").orElseThrow();
      latest = send(HttpRequest.newBuilder(latest.uri().resolve(target)).GET());
    }
    return latest;
  }

  /** Sends a form with its token; {@code fields} are names and values in turn. */
  public HttpResponse<String> post(String path, String... fields) {
    String token = csrf();
    StringBuilder form = new StringBuilder("_csrf=").append(encode(token));
    append(form, fields);
    return send(form(path, form.toString()));
  }

  /** Sends a form with the token of the page at the same address. */
  public HttpResponse<String> postFrom(String path, String... fields) {
    StringBuilder form = new StringBuilder("_csrf=").append(encode(csrfIn(get(path).body())));
    append(form, fields);
    return send(form(path, form.toString()));
  }

  /** Sends a form and follows the redirect after it. */
  public HttpResponse<String> submit(String path, String... fields) {
    return follow(post(path, fields));
  }

  /** Sends a form as another site would: without the token. */
  public HttpResponse<String> postWithoutToken(String path, String... fields) {
    StringBuilder form = new StringBuilder("from=elsewhere");
    append(form, fields);
    return send(form(path, form.toString()));
  }

  /** The form token of this session; for requests that a test builds itself. */
  public String csrf() {
    return csrfIn(get("/sign-in").body());
  }

  /** Sends any request with this browser's cookies. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(60)).header("Accept-Language", language).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A request to this server, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
  }

  /** The client itself with its cookies, for streams. */
  public HttpClient client() {
    return http;
  }

  /** The session cookie's value, or empty. */
  public String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("bedside"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  static String csrfIn(String html) {
    Matcher found = CSRF.matcher(html);
    if (!found.find()) {
      throw new AssertionError("There is no form token in this page:\n" + html);
    }
    String first = found.group(1);
    return first != null ? first : String.valueOf(found.group(2));
  }

  private HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static void append(StringBuilder form, String... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
