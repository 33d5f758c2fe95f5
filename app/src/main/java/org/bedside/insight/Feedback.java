package org.bedside.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;

/** Figures about what people say of the current organization. */
public interface Feedback {

  /** Posts in each step, by sentiment; steps in which nobody wrote are there with zeros. */
  List<StepCount> overTime(Period period, @Nullable UUID location);

  /** Posts by theme, place and sentiment, in no order. */
  List<ThemeCount> themes(Period period, @Nullable UUID location);

  /**
   * Days in a zone, first and last included.
   *
   * @param step how many days one bar stands for
   */
  record Period(LocalDate first, LocalDate last, ZoneId zone, int step) {

    /** The period of the same length right before this one. */
    public Period before() {
      long days = java.time.temporal.ChronoUnit.DAYS.between(first, last) + 1;
      return new Period(first.minusDays(days), first.minusDays(1), zone, step);
    }
  }

  /**
   * @param from first day of the step
   * @param until last day of the step
   */
  record StepCount(LocalDate from, LocalDate until, long negative, long neutral, long positive) {

    public long total() {
      return negative + neutral + positive;
    }
  }

  /**
   * @param location null where the post is about no known place
   */
  record ThemeCount(String theme, @Nullable UUID location, SentimentLabel sentiment, long posts) {}
}
