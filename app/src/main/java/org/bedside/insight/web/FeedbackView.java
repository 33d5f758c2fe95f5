package org.bedside.insight.web;

import java.util.List;
import org.bedside.insight.Feedback;
import org.bedside.ui.Matrix;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.ui.StackedBars;

/**
 * The page of figures.
 *
 * @param lede the period in words
 * @param summary what the first chart shows, in a sentence
 * @param all address of the posts that the page counts
 * @param query of this page, for its downloads; with question mark
 * @param table numbers behind the first chart
 */
public record FeedbackView(
    String lede,
    String summary,
    Totals now,
    Totals before,
    String all,
    StackedBars bars,
    List<Feedback.StepCount> table,
    List<String> steps,
    Matrix matrix,
    List<Option> periods,
    String period,
    List<Option> locations,
    String location,
    String query) {

  /** A part of the period before as per cent. */
  public String before(long part, Page page) {
    return page.percent(before.part(part));
  }

  /** Posts of a period by sentiment. */
  public record Totals(long negative, long neutral, long positive) {

    static Totals of(List<Feedback.StepCount> steps) {
      return new Totals(
          steps.stream().mapToLong(Feedback.StepCount::negative).sum(),
          steps.stream().mapToLong(Feedback.StepCount::neutral).sum(),
          steps.stream().mapToLong(Feedback.StepCount::positive).sum());
    }

    public long total() {
      return negative + neutral + positive;
    }

    public double part(long of) {
      return total() == 0 ? 0 : (double) of / total();
    }
  }
}
