package org.bedside.listening.mastodon;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** How far a timeline was read; the cursor. Belongs to one call. */
final class Place {

  private static final int VERSION = 1;
  private static final int REMEMBERED = 600;

  /** How late a post of another server may come in. */
  private static final Duration LATE = Duration.ofMinutes(5);

  /** The newest key seen; null before the first answer. */
  @Nullable String top;

  /** While newer pages are waiting: the newest key of the last one. */
  @Nullable String at;

  /** The key before which older posts are still to be fetched; null when they all were. */
  @Nullable String older;

  Instant until;
  long pages;

  /** Answers in a row that brought nothing. */
  long idle;

  /** Whether the server knows no way to ask for several posts at once. */
  boolean singly;

  final Lately lately;

  private Place(Json json, Instant until) {
    boolean known = Long.valueOf(VERSION).equals(json.number("v"));
    Json from = known ? json : new Json(MissingNode.getInstance());
    this.top = from.string("top");
    this.at = from.string("at");
    this.older = from.string("older");
    Instant kept = from.epoch("until");
    this.until = kept == null ? until : kept;
    Long read = from.number("pages");
    this.pages = read == null ? 0 : read;
    Long quiet = from.number("idle");
    this.idle = quiet == null ? 0 : quiet;
    this.singly = from.at("singly").isTrue();
    this.lately = Lately.read(from.at("lately"), REMEMBERED);
  }

  /**
   * @param cursor what can't be read starts anew
   * @param until how far older posts are fetched, where it starts anew
   */
  static Place read(@Nullable String cursor, Instant until) {
    return new Place(Json.read(cursor).orElseGet(() -> new Json(MissingNode.getInstance())), until);
  }

  String write() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("v", VERSION);
    put(json, "top", top);
    put(json, "at", at);
    put(json, "older", older);
    json.put("until", until.getEpochSecond());
    json.put("pages", pages);
    json.put("idle", idle);
    json.put("singly", singly);
    lately.write().forEach(json.putArray("lately")::add);
    return JsonMapper.shared().writeValueAsString(json);
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  /** Moves on to a key, unless it has been there. */
  void reach(String key) {
    String before = top;
    if (before == null || isNewer(key, before)) {
      top = key;
    }
  }

  /**
   * After which key newer posts are asked for: a little before the newest where posts come in late.
   */
  String newerThan(boolean overlapping) {
    String from = at;
    if (from == null) {
      String newest = top == null ? "0" : top;
      return overlapping ? before(newest) : newest;
    }
    return from;
  }

  /** Keys of Mastodon are 48 bits of milliseconds and 16 bits more; others stay as they are. */
  private static String before(String key) {
    boolean timed = key.length() >= 17 && key.length() <= 19 && key.matches("[0-9]+");
    return timed
        ? new BigInteger(key)
            .subtract(BigInteger.valueOf(LATE.toMillis()).shiftLeft(16))
            .max(BigInteger.ZERO)
            .toString()
        : key;
  }

  /** Keys grow, in length first. */
  static boolean isNewer(String key, String than) {
    return key.length() != than.length() ? key.length() > than.length() : key.compareTo(than) > 0;
  }
}
