package org.bedside.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who answers: opens the list, takes a case, notes, writes a reply that the guard reads,
 * closes, takes that back, and searches. Rests after each, as people do who read.
 */
final class Agent {

  private static final Pattern CASE = Pattern.compile("href=\"/inbox/(\\d+)[?\"]");
  private static final Pattern VERSION = Pattern.compile("name=\"version\"\\s+value=\"(\\d+)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
  private static final List<String> LISTS =
      List.of("/inbox", "/inbox?sentiment=negative", "/inbox?order=newest", "/inbox?rating=2");
  private static final List<String> WORDS = List.of("nurse", "quillon", "parking", "wonderful");
  private static final String REPLY =
      "Thank you for telling us. We take every concern seriously. Please call our patient"
          + " relations office so that we can listen.";

  private final Visitor visitor;
  private final Random random;
  private final Duration rest;
  private final Map<String, ConcurrentLinkedQueue<Long>> took;

  /**
   * @param rest between two actions, on average
   * @param took where the nanoseconds of each action are noted, by its name
   */
  Agent(Visitor visitor, long seed, Duration rest, Map<String, ConcurrentLinkedQueue<Long>> took) {
    this.visitor = visitor;
    this.random = new Random(seed);
    this.rest = rest;
    this.took = took;
  }

  /** The actions in the order in which the table shows them. */
  static Map<String, ConcurrentLinkedQueue<Long>> nothingYet() {
    var all = new LinkedHashMap<String, ConcurrentLinkedQueue<Long>>();
    for (String action :
        List.of(
            "list",
            "open",
            "take",
            "note",
            "compose",
            "check a reply",
            "keep a draft",
            "close",
            "take back",
            "search")) {
      all.put(action, new ConcurrentLinkedQueue<>());
    }
    return all;
  }

  /** Works through so many cases. */
  void work(int cases) throws IOException, InterruptedException {
    for (int i = 0; i < cases; i++) {
      one();
    }
  }

  private void one() throws IOException, InterruptedException {
    String list = get("list", LISTS.get(random.nextInt(LISTS.size())));
    List<String> shown = new ArrayList<>();
    for (Matcher link = CASE.matcher(list); link.find(); ) {
      shown.add(link.group(1));
    }
    String id = shown.get(random.nextInt(shown.size()));
    String page = get("open", "/inbox/" + id);
    page = post("take", page, "/inbox/" + id + "/assignment", "version=" + version(page));
    post("note", page, "/inbox/" + id + "/notes", "text=Called+the+ward.");
    page = get("compose", "/inbox/" + id + "/reply");
    String reply = "reply=" + Visitor.encode(REPLY);
    fragment("check a reply", page, "/inbox/" + id + "/reply/check", reply);
    post("keep a draft", page, "/inbox/" + id + "/reply", reply);
    page = visitor.page("/inbox/" + id);
    page =
        post(
            "close",
            page,
            "/inbox/" + id + "/outcome",
            "outcome=NO_FOLLOW_UP&version=" + version(page));
    post("take back", page, "/inbox/" + id + "/reopening", "version=" + version(page));
    get("search", "/inbox?q=" + WORDS.get(random.nextInt(WORDS.size())));
  }

  private String get(String action, String path) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    String page = visitor.page(path);
    noted(action, begun);
    return page;
  }

  /** Sends a form and follows to the page that it leads to, as a browser does. */
  private String post(String action, String from, String path, String form)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = send(from, path, form);
    if (answer.statusCode() / 100 != 3) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    URI to = URI.create(answer.headers().firstValue("Location").orElse("/inbox"));
    String page = visitor.page(to.getRawPath());
    noted(action, begun);
    return page;
  }

  private void fragment(String action, String from, String path, String form)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = send(from, path, form);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    noted(action, begun);
  }

  private HttpResponse<String> send(String from, String path, String form)
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

  private static String version(String page) throws IOException {
    return first(VERSION, page);
  }

  private static String first(Pattern pattern, String page) throws IOException {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IOException("the page holds no " + pattern);
    }
    return found.group(1);
  }
}
