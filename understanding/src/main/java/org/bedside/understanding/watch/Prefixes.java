package org.bedside.understanding.watch;

import java.util.Collection;
import java.util.List;

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

  static final Prefixes NONE = of(List.of());

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

  /** The kinds that either names. */
  Prefixes or(Prefixes other) {
    return new Prefixes(
        tags || other.tags,
        handles || other.handles,
        domains || other.domains,
        signs || other.signs,
        author || other.author,
        source || other.source,
        site || other.site,
        lang || other.lang,
        country || other.country,
        stars || other.stars);
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
