package org.bedside.understanding.claims;

import org.bedside.understanding.ClaimMatch.Stance;
import org.bedside.understanding.patterns.PatternBook;
import org.bedside.understanding.patterns.PatternBook.Hit;
import org.bedside.understanding.words.Words;

/** Tells whether a post repeats, questions or denies a claim, by cues and by polarity. */
public final class StanceJudge {

  private final PatternBook book = PatternBook.load(StanceJudge.class, "stance.patterns");

  /** What {@code post} does with {@code claim}; repeats where nothing says otherwise. */
  public Stance judge(String post, String claim) {
    Words words = Words.of(post);
    double denies = 0;
    double questions = post.indexOf('?') >= 0 ? 0.25 : 0;
    double affirms = 0;
    int postNegations = 0;
    for (Hit hit : book.hits(words)) {
      switch (hit.section().name()) {
        case "denies" -> denies += hit.score();
        case "questions" -> questions += hit.score();
        case "affirms" -> affirms += hit.score();
        case "negates" -> postNegations++;
        default -> throw new IllegalStateException(hit.section().name());
      }
    }
    int claimNegations = 0;
    for (Hit hit : book.hits(Words.of(claim))) {
      claimNegations += hit.section().name().equals("negates") ? 1 : 0;
    }
    if (postNegations % 2 != claimNegations % 2) {
      denies += 0.6;
    }
    denies -= affirms;
    questions -= affirms;
    if (denies >= 0.5 && denies >= questions) {
      return Stance.DENIES;
    }
    return questions >= 0.5 ? Stance.QUESTIONS : Stance.REPEATS;
  }
}
