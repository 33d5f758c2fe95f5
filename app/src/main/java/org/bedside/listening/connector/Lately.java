package org.bedside.listening.connector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of posts that a source brought lately, in the order in which they are to be asked for
 * again, for networks that don't tell of edits and deletions. Part of a cursor. Not thread-safe.
 */
public final class Lately {

  private final int most;
  private final Map<String, Long> queue = new LinkedHashMap<>();

  private Lately(int most) {
    this.most = most;
  }

  /**
   * As {@link #write} wrote it; what can't be read is left out.
   *
   * @param most keys that are remembered; beyond that the oldest posts are forgotten
   */
  public static Lately read(Json list, int most) {
    Lately lately = new Lately(most);
    for (Json item : list.items()) {
      String text = item.string();
      int blank = text == null ? -1 : text.indexOf(' ');
      if (text != null && blank > 0 && blank <= 12 && text.substring(0, blank).matches("[0-9]+")) {
        lately.queue.put(text.substring(blank + 1), Long.valueOf(text.substring(0, blank)));
      }
    }
    return lately;
  }

  /** Seconds since 1970 and key of each. */
  public List<String> write() {
    List<String> all = new ArrayList<>();
    queue.forEach((key, published) -> all.add(published + " " + key));
    return all;
  }

  /** Remembers a post; one that is known keeps its turn. */
  public void add(String key, Instant published) {
    queue.putIfAbsent(key, Math.max(0, published.getEpochSecond()));
    if (queue.size() > most) {
      queue.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .ifPresent(oldest -> queue.remove(oldest.getKey()));
    }
  }

  /** Forgets what was published before that. */
  public void forgetBefore(Instant limit) {
    queue.values().removeIf(published -> published < limit.getEpochSecond());
  }

  public void forget(Collection<String> keys) {
    keys.forEach(queue::remove);
  }

  public boolean knows(String key) {
    return queue.containsKey(key);
  }

  /** Those whose turn it is. */
  public List<String> next(int count) {
    return queue.keySet().stream().limit(count).toList();
  }

  /** Has had its turn: it comes last now. */
  public void done(String key) {
    Long published = queue.remove(key);
    if (published != null) {
      queue.put(key, published);
    }
  }

  public int size() {
    return queue.size();
  }
}
