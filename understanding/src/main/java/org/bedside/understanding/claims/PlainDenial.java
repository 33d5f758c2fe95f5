package org.bedside.understanding.claims;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.understanding.patterns.PatternBook;
import org.bedside.understanding.patterns.PatternBook.Hit;
import org.bedside.understanding.words.Words;

/**
 * Whether a post denies a claim in so many words: with a word that debunks ("myth", "no evidence"),
 * or by the claim's own verb under a negation ("does not cure"). Says so rarely and is then mostly
 * right, where the encoder, which learned from people who deny between the lines, is not.
 */
final class PlainDenial {

  /** How many words behind a negation still stand under it. */
  private static final int REACH = 3;

  /** The part of a claim's stems that a post must hold to speak of that claim. */
  private static final int SHARED = 3;

  private static final double CERTAIN = 1;
  private static final double PLAIN_QUESTION = 0.9;

  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "no", "never", "nobody", "none", "without", "cannot", "neither", "nor", "nunca",
          "ningun", "ninguna", "jamas");

  /** What claims about health say that something does or is. */
  private static final Set<String> VERBS =
      Stream.of(
              """
              cause cure prevent kill contain spread alter change give shrink feed work stop help
              protect treat lower raise damage make harm need replace lead affect trigger poison
              weaken boost reverse track sterilise sterilize heal detox dissolve destroy burn draw
              flush cleanse transmit infect slow stunt block pass contagious addictive safe dangerous
              toxic deadly causar causa causan cura curan curar previene previenen mata matan contiene
              contienen altera alteran cambia cambian provoca provocan transmite transmiten produce
              producen funciona
              """
                  .split("\\s+"))
          .map(Stems::of)
          .collect(Collectors.toUnmodifiableSet());

  private final PatternBook book = PatternBook.load(StanceJudge.class, "stance.patterns");

  boolean denies(String post, String claim) {
    Words claimed = Words.of(claim);
    if (post.indexOf('?') >= 0 || isNegative(claimed)) {
      return false;
    }
    Set<String> stems = stems(claimed);
    Words words = Words.of(CleanPost.of(post, null).words());
    Set<String> shared = stems(words);
    shared.retainAll(stems);
    if (shared.isEmpty() || shared.size() * SHARED < stems.size()) {
      return false;
    }
    boolean debunks = false;
    for (Hit hit : book.hits(words)) {
      String cue = hit.section().name();
      // "no proof that" affirms nothing
      boolean affirms = cue.equals("affirms") && !isNegated(words, hit);
      if (affirms || (cue.equals("questions") && hit.score() >= PLAIN_QUESTION)) {
        return false;
      }
      debunks |= cue.equals("denies") && hit.score() >= CERTAIN && !isNegated(words, hit);
    }
    return debunks || negatesVerb(words, stems);
  }

  private boolean isNegative(Words claim) {
    return book.hits(claim).stream()
        .map(hit -> hit.section().name())
        .anyMatch(cue -> cue.equals("negates") || cue.equals("denies"));
  }

  private static Set<String> stems(Words words) {
    Set<String> stems = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (!Stems.isStop(words.form(i))) {
        stems.add(Stems.of(words.form(i)));
      }
    }
    return stems;
  }

  /** "It is not a myth" debunks nothing. */
  private static boolean isNegated(Words words, Hit hit) {
    for (int i = Math.max(0, hit.from() - 2); i < hit.from(); i++) {
      if (NEGATIONS.contains(words.form(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean negatesVerb(Words words, Set<String> claimed) {
    for (int i = 0; i < words.size(); i++) {
      if (NEGATIONS.contains(words.form(i))) {
        int end = Math.min(words.size(), i + 1 + REACH);
        for (int k = i + 1; k < end && words.clause(k) == words.clause(i); k++) {
          String stem = Stems.of(words.form(k));
          if (claimed.contains(stem) && VERBS.contains(stem)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
