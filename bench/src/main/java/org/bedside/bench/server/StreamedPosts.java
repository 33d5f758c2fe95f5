package org.bedside.bench.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.bench.Data;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stream of posts, each the same whenever it is asked for: texts of the data sets, one of so many
 * with a name that a watch asks for.
 */
final class StreamedPosts {

  /** The name that watches ask for; no text of the data has it. */
  static final String NAME = "Larkspurfield";

  private static final long FIRST = 1_700_000_000_000_000L;
  private static final int APART = 50;
  private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";

  private final List<String> before = new ArrayList<>();
  private final long count;
  private final int oneOf;

  /**
   * @param count posts in all
   * @param oneOf so many has the name
   */
  StreamedPosts(Data data, long count, int oneOf) {
    this.count = count;
    this.oneOf = oneOf;
    for (String file : List.of("sentiment/train.jsonl", "offensive/train.jsonl")) {
      for (JsonNode row : data.rows(file)) {
        String text = JsonMapper.shared().writeValueAsString(row.path("text").asString(""));
        before.add(text.substring(1, text.length() - 1));
      }
    }
  }

  long count() {
    return count;
  }

  boolean matches(long number) {
    return number % oneOf == 0;
  }

  /** How many of the posts up to {@code last} have the name. */
  long matchesTo(long last) {
    return last < 0 ? 0 : last / oneOf + 1;
  }

  /** The number of the first post after a cursor. */
  long after(long cursor) {
    return Math.max(0, (cursor - FIRST) / APART + 1);
  }

  /** The key by which a listener knows a post. */
  static String key(long number) {
    StringBuilder key = new StringBuilder("3l");
    for (int shift = 50; shift >= 0; shift -= 5) {
      key.append(ALPHABET.charAt((int) (number >> shift & 31)));
    }
    return key.toString();
  }

  static long number(String key) {
    long number = 0;
    for (char c : key.substring(2).toCharArray()) {
      number = number << 5 | ALPHABET.indexOf(c);
    }
    return number;
  }

  /** The message of a post, as Jetstream sends it. */
  String json(long number) {
    long at = FIRST + number * APART;
    String text = before.get((int) (number % before.size()));
    String words =
        matches(number) ? "The ward at " + NAME + " kept us waiting. " + number + " " + text : text;
    String time = Instant.ofEpochSecond(at / 1_000_000, at % 1_000_000 * 1_000).toString();
    return "{\"did\":\"did:plc:"
        + key(number % 5_000).substring(2).repeat(3).substring(0, 24)
        + "\",\"time_us\":"
        + at
        + ",\"kind\":\"commit\",\"commit\":{\"rev\":\""
        + key(number)
        + "\",\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\""
        + key(number)
        + "\",\"record\":{\"$type\":\"app.bsky.feed.post\",\"createdAt\":\""
        + time
        + "\",\"langs\":[\"en\"],\"text\":\""
        + words
        + "\"},\"cid\":\"bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4\"}}";
  }
}
