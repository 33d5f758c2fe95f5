package org.bedside.targets;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bedside.understanding.Urgency;

/**
 * By when an organization answers. Immutable.
 *
 * @param rules the first that fits counts; what fits none has no target
 */
public record TargetPlan(List<Rule> rules, Hours hours, ZoneId zone) {

  /** What was older when it was first heard of has no target: nobody waits for that answer. */
  public static final Duration OLDEST = Duration.ofDays(14);

  /**
   * What people expect (a complaint, a question or an appointment within a day) as a working day,
   * and what can't wait for one around the clock.
   */
  public static final List<Rule> STANDARD =
      List.of(
          new Rule(Urgency.Level.CRITICAL, null, null, null, 15, true),
          new Rule(Urgency.Level.HIGH, null, null, null, 2 * 60, true),
          new Rule(Urgency.Level.NONE, PostKind.COMPLAINT, null, null, 8 * 60, false),
          new Rule(Urgency.Level.NONE, PostKind.QUESTION, null, null, 8 * 60, false),
          new Rule(Urgency.Level.NONE, PostKind.PRAISE, null, null, 3 * 9 * 60, false));

  public TargetPlan {
    rules = List.copyOf(rules);
  }

  /** The rule that counts for such a post. */
  public Optional<Rule> rule(Facts facts) {
    return rules.stream().filter(rule -> rule.fits(facts)).findFirst();
  }

  /** By when such a post, to which the clock began at {@code from}, is to be answered. */
  public Optional<Instant> due(Facts facts, Instant from) {
    return rule(facts).flatMap(rule -> due(rule, from));
  }

  /** By when what that rule counts for is to be answered. */
  public Optional<Instant> due(Rule rule, Instant from) {
    return rule.roundTheClock()
        ? Optional.of(from.plus(rule.within()))
        : clock().due(from, rule.within());
  }

  /** Counts business time. */
  public DueClock clock() {
    return new DueClock(hours, zone);
  }
}
