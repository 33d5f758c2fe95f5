package org.bedside.channels.sending;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.channels.Key;

/**
 * What opens an account: what a person gave, and what the network gave for it.
 *
 * @param values by name; those of {@link Key} and further ones in lower case
 */
public record Keys(Map<String, String> values) {

  /** A token that the network gave for the others, and when it ends. */
  static final String ACCESS = "access";

  static final String ACCESS_ENDS = "access-ends";
  static final String REFRESH = "refresh";

  public Keys {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /**
   * What a network granted in the browser.
   *
   * @param given by the names of {@link Key}
   * @param access a token that is good now; empty where it is among those given
   * @param ends when it is not any more
   */
  public static Keys granted(Map<Key, String> given, String access, Instant ends) {
    Keys keys = of(given);
    return access.isEmpty() ? keys : keys.with(ACCESS, access).with(ACCESS_ENDS, ends.toString());
  }

  /** What a person gave. */
  public static Keys of(Map<Key, String> given) {
    Map<String, String> values = new TreeMap<>();
    given.forEach((key, value) -> values.put(key.name(), value));
    return new Keys(values);
  }

  /** What was given, or empty. */
  public String get(Key key) {
    return get(key.name());
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  Keys with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Keys(more);
  }

  @Override
  public String toString() {
    return "Keys" + values.keySet();
  }
}
