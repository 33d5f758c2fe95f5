package org.bedside.bench.server;

import java.io.IOException;
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

/** One person at one browser, or one program with its token. Not thread-safe. */
final class Visitor implements AutoCloseable {

  static final String EMAIL = "ada@example.org";
  static final String PASSWORD = "a long password for the benchmark";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final URI server;

  Visitor(URI server) {
    this.server = server;
  }

  /** Makes the first organization; answers the API token. */
  String setUp(String organization) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request("/api/v1/setup")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"organization":"%s","admin":{"name":"Ada","email":"%s","password":"%s"}}
                        """
                            .formatted(organization, EMAIL, PASSWORD))));
    Matcher token = TOKEN.matcher(answer.body());
    if (answer.statusCode() != 201 || !token.find()) {
      throw new IOException("set-up answered " + answer.statusCode() + ": " + answer.body());
    }
    return token.group(1);
  }

  /** Signs in through the form, as the one who founded the organization. */
  void signIn() throws IOException, InterruptedException {
    signIn(EMAIL);
  }

  /** Signs in through the form. */
  void signIn(String email) throws IOException, InterruptedException {
    Matcher csrf = CSRF.matcher(page("/sign-in"));
    if (!csrf.find()) {
      throw new IOException("the sign-in page has no form token");
    }
    String form =
        "_csrf=%s&email=%s&password=%s"
            .formatted(encode(csrf.group(1)), encode(email), encode(PASSWORD));
    HttpResponse<String> answer =
        send(
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() != 302 || page("/inbox").isEmpty()) {
      throw new IOException("signing in answered " + answer.statusCode());
    }
  }

  /** The page, which has to be there. */
  String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request(path).GET());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.timeout(Duration.ofMinutes(5)).build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path));
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
