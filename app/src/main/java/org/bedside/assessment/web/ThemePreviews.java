package org.bedside.assessment.web;

import java.util.ArrayList;
import java.util.List;
import org.bedside.assessment.Teachings;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries a theme on the latest mentions before it is saved. */
@Component
class ThemePreviews {

  private static final int LOOKED_AT = 200;

  private final Understanding understanding;
  private final Teachings teachings;
  private final Mentions mentions;
  private final TransactionTemplate transactions;

  ThemePreviews(
      Understanding understanding,
      Teachings teachings,
      Mentions mentions,
      TransactionTemplate transactions) {
    this.understanding = understanding;
    this.teachings = teachings;
    this.mentions = mentions;
    this.transactions = transactions;
  }

  private record Stored(List<OwnTheme> themes, List<Mention> latest) {}

  /**
   * Looks at the latest mentions; reads them in one transaction, and holds none while it learns.
   *
   * @param before the name that the theme has until it is saved; empty where it is new
   */
  ThemePreview of(OwnTheme theme, String before) {
    Stored stored =
        transactions.execute(status -> new Stored(teachings.themes(), mentions.latest(LOOKED_AT)));
    if (stored == null) {
      throw new IllegalStateException("The transaction gave nothing");
    }
    List<OwnTheme> themes = new ArrayList<>();
    stored.themes().stream()
        .filter(other -> !other.name().equals(before) && !other.name().equals(theme.name()))
        .forEach(themes::add);
    themes.add(theme);
    Understanding taught = understanding.taught(new Teaching(themes, List.of()));
    List<Assessment> assessments =
        taught.assess(stored.latest().stream().map(Mention::wordsOnly).toList());
    List<ThemePreview.Sample> samples = new ArrayList<>();
    for (int i = 0; i < assessments.size(); i++) {
      Mention mention = stored.latest().get(i);
      for (ThemeOpinion opinion : assessments.get(i).themes()) {
        if (opinion.theme().equals(theme.name())) {
          samples.add(
              ThemePreview.Sample.of(
                  mention.text(),
                  opinion.span(),
                  mention.author(),
                  mention.sourceName(),
                  mention.publishedAt()));
        }
      }
    }
    return new ThemePreview(
        assessments.size(),
        samples.size(),
        samples.subList(0, Math.min(samples.size(), ThemePreview.SHOWN)));
  }
}
