package org.bedside.ui;

import java.util.List;

/**
 * What an act answers: the page to go on to, and the sentence that tells there what became of it.
 * For methods of controllers that do something and return to a page; the sentence is put into the
 * reader's language when they have returned.
 *
 * @param path of a page of this server, beginning with a slash
 * @param key of the sentence, with {@code values} in its places
 */
public record Told(String path, String key, List<Object> values) {

  public Told {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("It goes on to a page of this server");
    }
    values = List.copyOf(values);
  }

  /** That page with that sentence. */
  public static Told on(String path, String key, Object... values) {
    return new Told(path, key, List.of(values));
  }
}
