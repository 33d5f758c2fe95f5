package org.bedside.wordings;

import java.util.Locale;

/** The two languages that wordings are kept in. */
public enum Language {
  ENGLISH,
  SPANISH;

  /** Spanish for Spanish posts, English for all others. */
  public static Language of(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("es") ? SPANISH : ENGLISH;
  }

  public Language other() {
    return this == ENGLISH ? SPANISH : ENGLISH;
  }

  /** As in the {@code lang} attribute of a page. */
  public String tag() {
    return this == ENGLISH ? "en" : "es";
  }
}
