package org.bedside.wordings;

/** The same in both languages; either may be empty. */
public record Pair(String english, String spanish) {

  public static final Pair EMPTY = new Pair("", "");

  public String in(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case SPANISH -> spanish;
    };
  }

  public boolean isBlank() {
    return english.isBlank() && spanish.isBlank();
  }
}
