package org.bedside.understanding.watch;

import java.util.Collection;

/** Which kinds of key any watch names, so that the others needn't be looked for in a post. */
record Prefixes(
    boolean tags,
    boolean handles,
    boolean domains,
    boolean signs,
    boolean author,
    boolean source,
    boolean site,
    boolean lang,
    boolean country,
    boolean stars) {

  static Prefixes of(Collection<String> keys) {
    return new Prefixes(
        any(keys, Keys.TAG),
        any(keys, Keys.HANDLE),
        any(keys, Keys.DOMAIN),
        any(keys, Keys.SIGN),
        any(keys, Keys.AUTHOR),
        any(keys, Keys.SOURCE),
        any(keys, Keys.SITE),
        any(keys, Keys.LANG),
        any(keys, Keys.COUNTRY),
        any(keys, Keys.STARS));
  }

  private static boolean any(Collection<String> keys, String prefix) {
    for (String key : keys) {
      if (key.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
