package org.bedside.wordings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wording may leave open. The list is fixed, and every value comes from what the
 * organization says of itself: nothing of a post or its writer can get into a wording.
 */
public enum Variable {
  /** The organization's name. */
  ORGANIZATION(false, false),
  /** The place that the source is about, never one that only the post names. */
  LOCATION(false, false),
  /** The office to talk to, as it is called inside of a sentence. */
  OFFICE(true, true),
  PHONE(false, true),
  EMAIL(false, true),
  WEBSITE(false, false),
  /** When the office can be reached. */
  HOURS(true, true),
  /** The first line of the policy on what is not discussed in public. */
  POLICY(true, false),
  /** The number for emergencies. */
  EMERGENCY(false, false),
  /** The number of the crisis line. */
  CRISIS(false, false);

  private static final Pattern BRACES = Pattern.compile("\\{([^{}\\n]{0,40})}");

  private final boolean inWords;
  private final boolean byPlace;

  Variable(boolean inWords, boolean byPlace) {
    this.inWords = inWords;
    this.byPlace = byPlace;
  }

  /** As it stands in a wording: {@code {phone}}. */
  public String label() {
    return "{" + name().toLowerCase(Locale.ROOT) + "}";
  }

  /** Whether it is said differently in each language. */
  public boolean inWords() {
    return inWords;
  }

  /** Whether a place may have its own. */
  public boolean byPlace() {
    return byPlace;
  }

  /** Whether somebody enters it; the others are known. */
  public boolean entered() {
    return this != ORGANIZATION && this != LOCATION;
  }

  /** The variable of that name, in whatever case and with spaces around it. */
  static Optional<Variable> named(String name) {
    return Arrays.stream(values())
        .filter(variable -> variable.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  /** What stands in braces in {@code text} and is no variable. */
  public static List<String> unknown(String text) {
    return BRACES
        .matcher(text)
        .results()
        .filter(found -> named(found.group(1)).isEmpty())
        .map(found -> found.group())
        .distinct()
        .toList();
  }

  static Matcher find(String text) {
    return BRACES.matcher(text);
  }
}
