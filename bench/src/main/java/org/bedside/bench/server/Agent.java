package org.bedside.bench.server;

import java.io.IOException;
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
 * Somebody who answers: opens the list, closes ten cases at once and takes that back, takes a case,
 * notes, writes a reply that the guard reads, closes, takes that back, sends the reply, agrees to
 * one of a colleague, and searches. Rests after each, as people do who read.
 */
final class Agent {

  private static final Pattern CASE = Pattern.compile("href=\"/inbox/(\\d+)[?\"]");
  private static final Pattern VERSION = Pattern.compile("name=\"version\"\\s+value=\"(\\d+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\"\\s+value=\"(\\d+)\"");
  private static final Pattern PICKED = Pattern.compile("name=\"case\"\\s+value=\"(\\d+:\\d+)\"");
  private static final Pattern UNDO =
      Pattern.compile("action=\"(/inbox/actions/[0-9a-f-]{36}/undo)\"");
  private static final Pattern ACCOUNT =
      Pattern.compile("name=\"channel\"\\s+value=\"([0-9a-f-]{36})\"");
  private static final Pattern REQUEST = Pattern.compile("href=\"(/approvals/[0-9a-f-]{36})\"");
  private static final int AT_ONCE = 10;
  private static final List<String> LISTS =
      List.of("/inbox", "/inbox?sentiment=negative", "/inbox?order=newest", "/inbox?rating=2");
  private static final List<String> WORDS = List.of("nurse", "quillon", "parking", "wonderful");
  private static final String REPLY =
      "Thank you for telling us. We take every concern seriously. Please call our patient"
          + " relations office so that we can listen.";

  private final Random random;
  private final Timed timed;

  /**
   * @param rest between two actions, on average
   * @param took where the nanoseconds of each action are noted, by its name
   */
  Agent(Visitor visitor, long seed, Duration rest, Map<String, ConcurrentLinkedQueue<Long>> took) {
    this.random = new Random(seed);
    this.timed = new Timed(visitor, random, rest, took);
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
            "close ten at once",
            "undo that",
            "send a reply",
            "what waits for approval",
            "approve",
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

  /** Only sends so many replies, so that others have something to approve. */
  void sendOnly(int replies) throws IOException, InterruptedException {
    for (int i = 0; i < replies; i++) {
      List<String> shown = all(CASE, timed.page("/inbox?order=newest"));
      send(shown.get(i % shown.size()));
    }
  }

  private void one() throws IOException, InterruptedException {
    String list = timed.get("list", LISTS.get(random.nextInt(LISTS.size())));
    many(list);
    List<String> shown = all(CASE, list);
    String id = shown.get(random.nextInt(shown.size()));
    String page = timed.get("open", "/inbox/" + id);
    changed("take", page, "/inbox/" + id + "/assignment", "");
    timed.post("note", page, "/inbox/" + id + "/notes", "text=Called+the+ward.");
    page = timed.get("compose", "/inbox/" + id + "/reply");
    String reply = "reply=" + Visitor.encode(REPLY);
    timed.fragment("check a reply", page, "/inbox/" + id + "/reply/check", reply);
    timed.post("keep a draft", page, "/inbox/" + id + "/reply", reply);
    changed(
        "close", timed.page("/inbox/" + id), "/inbox/" + id + "/outcome", "outcome=NO_FOLLOW_UP&");
    changed("take back", timed.page("/inbox/" + id), "/inbox/" + id + "/reopening", "");
    send(id);
    decide();
    timed.get("search", "/inbox?q=" + WORDS.get(random.nextInt(WORDS.size())));
  }

  /** Changes the case as the page shows it, unless a colleague was quicker. */
  private void changed(String action, String page, String path, String form)
      throws IOException, InterruptedException {
    if (page.contains("action=\"" + path)) {
      timed.offer(action, page, path, form + "version=" + Timed.first(VERSION, page));
    }
  }

  /** Ten cases at once, and back again. */
  private void many(String list) throws IOException, InterruptedException {
    StringBuilder chosen = new StringBuilder("do=close%3ANO_FOLLOW_UP&back=%2Finbox");
    Matcher box = PICKED.matcher(list);
    for (int i = 0; i < AT_ONCE && box.find(); i++) {
      chosen.append("&case=").append(Visitor.encode(box.group(1)));
    }
    String after = timed.post("close ten at once", list, "/inbox/actions", chosen.toString());
    Matcher back = UNDO.matcher(after);
    if (back.find()) {
      timed.post("undo that", after, back.group(1), "back=%2Finbox");
    }
  }

  /** Sends a reply, where the case has no other on its way. */
  private void send(String id) throws IOException, InterruptedException {
    String page = timed.page("/inbox/" + id + "/reply");
    Matcher account = ACCOUNT.matcher(page);
    if (account.find() && page.contains("name=\"send\"")) {
      String form =
          "reply="
              + Visitor.encode(REPLY)
              + "&send=yes&channel="
              + account.group(1)
              + "&seen="
              + Timed.first(SEEN, page);
      timed.offer("send a reply", page, "/inbox/" + id + "/reply", form);
    }
  }

  /** Agrees to one of what waits, if anything does. */
  private void decide() throws IOException, InterruptedException {
    String list = timed.get("what waits for approval", "/approvals");
    List<String> waiting = all(REQUEST, list);
    if (!waiting.isEmpty()) {
      String path = waiting.get(random.nextInt(waiting.size()));
      String page = timed.page(path);
      Matcher version = VERSION.matcher(page);
      if (page.contains("name=\"decision\"") && version.find()) {
        timed.offer(
            "approve", page, path + "/decision", "decision=APPROVE&version=" + version.group(1));
      }
    }
  }

  private static List<String> all(Pattern pattern, String page) {
    List<String> found = new ArrayList<>();
    for (Matcher one = pattern.matcher(page); one.find(); ) {
      found.add(one.group(1));
    }
    return found;
  }
}
