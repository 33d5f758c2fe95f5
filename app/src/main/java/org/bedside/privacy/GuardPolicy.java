package org.bedside.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bedside.understanding.Verdict;

/**
 * How much stricter than the built-in guard an organization wants it. There is no value that makes
 * it less strict: each part only adds findings, makes them severer, or makes overriding harder.
 *
 * @param watched words and phrases found beyond the guard's own
 * @param blockedRules rules of which every finding blocks
 * @param allBlock whether every finding blocks
 * @param mostSentences more of them are blocked, 1 to 5; 0 for no such maximum
 * @param invitation the line that every reply must hold; empty for none
 */
public record GuardPolicy(
    List<Watched> watched,
    Set<String> blockedRules,
    boolean allBlock,
    int mostSentences,
    String invitation,
    Overriding overriding) {

  /** Of what is watched, most. */
  public static final int MOST_WATCHED = 200;

  public static final int LONGEST_PHRASE = 80;
  public static final int LONGEST_INVITATION = 300;

  /** Beyond so many sentences the guard itself warns. */
  public static final int MOST_SENTENCES = 5;

  /** The guard as it is built in. */
  public static final GuardPolicy BUILT_IN =
      new GuardPolicy(List.of(), Set.of(), false, 0, "", Overriding.ONE_PERSON);

  /**
   * Takes what can only make it stricter.
   *
   * @throws IllegalArgumentException where a part is out of its bounds
   */
  public GuardPolicy {
    watched = List.copyOf(watched);
    blockedRules = Set.copyOf(blockedRules);
    invitation = invitation.strip();
    if (mostSentences < 0
        || mostSentences > MOST_SENTENCES
        || watched.size() > MOST_WATCHED
        || invitation.length() > LONGEST_INVITATION) {
      throw new IllegalArgumentException("out of bounds");
    }
  }

  /**
   * A word or phrase.
   *
   * @param phrase words; case and accents don't matter, {@code *} at a word's end stands for any
   * @param decision WARN or BLOCK
   */
  public record Watched(String phrase, Verdict.Decision decision) {

    /**
     * Takes what can be found.
     *
     * @throws IllegalArgumentException where nothing could be, or where it would allow
     */
    public Watched {
      phrase = phrase.strip();
      if (decision == Verdict.Decision.ALLOW
          || phrase.length() > LONGEST_PHRASE
          || WatchedWords.of(phrase).isEmpty()) {
        throw new IllegalArgumentException("nothing to watch");
      }
    }
  }

  /** Who may record a reply that is blocked, in ascending order of strictness. */
  public enum Overriding {
    /** Whoever has the permission, with a written reason: as it is built in. */
    ONE_PERSON,
    /** Two of them, each with a reason, for the same words. */
    TWO_PEOPLE,
    NOBODY
  }

  /** A part of the policy that can be taken back. */
  public enum Part {
    WATCHED,
    RULES,
    ALL,
    SENTENCES,
    INVITATION,
    OVERRIDING
  }

  /** In which parts this is less strict than {@code before}; such a change needs a reason. */
  public List<Part> takesBack(GuardPolicy before) {
    var parts = new ArrayList<Part>();
    if (before.watched.stream().anyMatch(this::watchesLess)) {
      parts.add(Part.WATCHED);
    }
    if (!allBlock && !blockedRules.containsAll(before.blockedRules)) {
      parts.add(Part.RULES);
    }
    if (before.allBlock && !allBlock) {
      parts.add(Part.ALL);
    }
    if (before.mostSentences > 0 && (mostSentences == 0 || mostSentences > before.mostSentences)) {
      parts.add(Part.SENTENCES);
    }
    if (!before.invitation.isEmpty() && !before.invitation.equals(invitation)) {
      parts.add(Part.INVITATION);
    }
    if (overriding.compareTo(before.overriding) < 0) {
      parts.add(Part.OVERRIDING);
    }
    return parts;
  }

  private boolean watchesLess(Watched before) {
    List<String> words = WatchedWords.of(before.phrase());
    Optional<Verdict.Decision> now =
        watched.stream()
            .filter(one -> WatchedWords.of(one.phrase()).equals(words))
            .map(Watched::decision)
            .max(Verdict.Decision::compareTo);
    return now.isEmpty() || now.get().compareTo(before.decision()) < 0;
  }
}
