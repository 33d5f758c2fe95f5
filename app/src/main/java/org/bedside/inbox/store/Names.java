package org.bedside.inbox.store;

/** Names that people give, as they are kept. */
final class Names {

  private static final int LONGEST = 60;

  private Names() {}

  /**
   * On one line and not too long for a list.
   *
   * @throws IllegalArgumentException where nothing is left
   */
  static String clean(String name) {
    String clean = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (clean.isEmpty()) {
      throw new IllegalArgumentException("a name is needed");
    }
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return clean.substring(0, end);
  }
}
