package org.bedside.wordings;

import java.util.LinkedHashSet;
import java.util.Set;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A wording as people write it.
 *
 * @param name what it is called in lists
 * @param whole whether it is a reply by itself, so that nothing is put before or behind it
 * @param themes labels of themes that it answers; empty where any
 * @param occasions what it answers; empty where any
 * @param networks where it may be used, as ids of {@link NetworkText}; empty where everywhere
 */
public record WordingText(
    String name,
    Tone tone,
    boolean whole,
    Pair words,
    Set<String> themes,
    Set<Occasion> occasions,
    Set<String> networks) {

  public static final int LONGEST = 2_000;
  public static final int LONGEST_NAME = 100;

  public WordingText {
    name = clean(name, LONGEST_NAME);
    words = new Pair(clean(words.english(), LONGEST), clean(words.spanish(), LONGEST));
    themes = Set.copyOf(themes);
    occasions = Set.copyOf(occasions);
    networks = Set.copyOf(networks);
  }

  /** The message key of what is wrong with it by itself, or null. */
  public @Nullable String problem() {
    if (name.isEmpty()) {
      return "wordings.name-missing";
    }
    return words.isBlank() ? "wordings.words-missing" : null;
  }

  /** What stands in braces in either language and is no variable. */
  public Set<String> unknown() {
    Set<String> all = new LinkedHashSet<>(Variable.unknown(words.english()));
    all.addAll(Variable.unknown(words.spanish()));
    return all;
  }

  /** Whether it may be used at the network of that id. */
  public boolean fitsNetwork(String network) {
    return networks.isEmpty() || networks.contains(network);
  }

  /**
   * Whether it was made for one of these. Who may die is answered by what was written for that, not
   * by what answers anything.
   */
  public boolean answers(Set<Occasion> asked) {
    return asked.stream().anyMatch(occasions::contains)
        || (occasions.isEmpty() && asked.stream().noneMatch(Occasion::deadly));
  }

  private static String clean(String text, int most) {
    String stripped = text.replace("\u0000", "").replace("\r\n", "\n").strip();
    return stripped.length() <= most ? stripped : stripped.substring(0, most).strip();
  }

  /**
   * What the guard says of it, at its worst among invented reviews.
   *
   * @param english null where it has no English words
   * @param spanish null where it has no Spanish words
   */
  public record Checked(@Nullable Found english, @Nullable Found spanish) {

    public Verdict.Decision worst() {
      Verdict.Decision one = english == null ? Verdict.Decision.ALLOW : english.decision();
      Verdict.Decision two = spanish == null ? Verdict.Decision.ALLOW : spanish.decision();
      return one.compareTo(two) >= 0 ? one : two;
    }
  }

  /**
   * @param filled the words that were judged
   */
  public record Found(String filled, Verdict verdict) {

    public Verdict.Decision decision() {
      return verdict.decision();
    }
  }
}
