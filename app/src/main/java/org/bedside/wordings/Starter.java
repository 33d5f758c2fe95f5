package org.bedside.wordings;

/**
 * A wording that ships, for a new organization to begin with.
 *
 * @param key stable, so that it is taken over once
 */
public record Starter(String key, Pair names, WordingText text) {

  /** With its name in that language. */
  public WordingText named(Language language) {
    return new WordingText(
        names.in(language),
        text.tone(),
        text.whole(),
        text.words(),
        text.themes(),
        text.occasions(),
        text.networks());
  }
}
