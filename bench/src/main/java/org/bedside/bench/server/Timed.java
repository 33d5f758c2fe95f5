package org.bedside.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one person asks of the server, timed by the name of the action. Rests after each. */
final class Timed {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

  private final Visitor visitor;
  private final Random random;
  private final Duration rest;
  private final Map<String, ConcurrentLinkedQueue<Long>> took;

  Timed(
      Visitor visitor,
      Random random,
      Duration rest,
      Map<String, ConcurrentLinkedQueue<Long>> took) {
    this.visitor = visitor;
    this.random = random;
    this.rest = rest;
    this.took = took;
  }

  /** A page that counts for nothing. */
  String page(String path) throws IOException, InterruptedException {
    return visitor.page(path);
  }

  String get(String action, String path) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    String page = visitor.page(path);
    noted(action, begun);
    return page;
  }

  /** Sends a form and follows to the page that it leads to, as a browser does. */
  String post(String action, String from, String path, String form)
      throws IOException, InterruptedException {
    return offer(action, from, path, form)
        .orElseThrow(() -> new IOException(path + " led to no other page"));
  }

  /** The same where somebody else may have been quicker; empty then, and not counted. */
  Optional<String> offer(String action, String from, String path, String form)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = send(visitor, from, path, form);
    if (answer.statusCode() / 100 == 5) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    if (answer.statusCode() / 100 != 3) {
      return Optional.empty();
    }
    URI to = URI.create(answer.headers().firstValue("Location").orElse("/inbox"));
    String page = visitor.page(to.getRawPath());
    noted(action, begun);
    return Optional.of(page);
  }

  /** Sends a form that is answered with a part of the page. */
  void fragment(String action, String from, String path, String form)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = send(visitor, from, path, form);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    noted(action, begun);
  }

  /** Sends a form of the page {@code from}. */
  static HttpResponse<String> send(Visitor visitor, String from, String path, String form)
      throws IOException, InterruptedException {
    String token = Visitor.encode(first(CSRF, from));
    return visitor.send(
        visitor
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + token + "&" + form)));
  }

  private void noted(String action, long begun) throws InterruptedException {
    took.getOrDefault(action, new ConcurrentLinkedQueue<>()).add(System.nanoTime() - begun);
    Thread.sleep(Math.round(rest.toMillis() * (0.4 + 1.2 * random.nextDouble())));
  }

  static String first(Pattern pattern, String page) throws IOException {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IOException("the page holds no " + pattern);
    }
    return found.group(1);
  }
}
