package org.bedside.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges each hour once, ten minutes after its end: until then what was published in it may still
 * be on its way here.
 */
@Component
class SpikeWatch extends Rounds {

  private static final Duration LATE = Duration.ofMinutes(10);
  private static final Duration KNOWN = Duration.ofDays(7L * HourSeries.WEEKS + 1);
  private static final Duration KEPT = Duration.ofDays(70);
  private static final int MOST_POSTS = 20_000;
  private static final int MOST_TEXTS = 300;

  private final Due due;
  private final Facts facts;
  private final Tunings tunings;
  private final Mentions mentions;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SpikeWatch(
      Due due,
      Facts facts,
      Tunings tunings,
      Mentions mentions,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${bedside.alerts.look-every:60s}") Duration every) {
    super("spikes", every);
    this.due = due;
    this.facts = facts;
    this.tunings = tunings;
    this.mentions = mentions;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    Instant hour = clock.instant().minus(LATE).truncatedTo(ChronoUnit.HOURS);
    for (OrganizationId organization : due.spikes(hour)) {
      CurrentOrganization.run(
          organization, () -> transactions.executeWithoutResult(status -> judge(hour)));
    }
    due.forget(clock.instant().minus(KEPT));
    return false;
  }

  /** In the current organization, inside a transaction. */
  void judge(Instant hour) {
    if (!facts.judge(hour)) {
      return;
    }
    Tuning tuning = tunings.current();
    List<HourCount> hours = facts.hours(hour.minus(KNOWN), hour);
    Instant since = facts.since().orElse(hour);
    for (Spike spike : SpikeJudge.judge(hours, since, hour, tuning.spikeMinimum())) {
      if (tuning.kinds().contains(spike.kind())) {
        facts.raise(spike, drivers(spike), clock.instant());
      }
    }
  }

  private List<Driver> drivers(Spike spike) {
    boolean negative = spike.kind() == AlertKind.SENTIMENT_SPIKE;
    List<Facts.Counted> now = facts.posts(spike.start(), spike.end(), negative, MOST_POSTS);
    List<Facts.Counted> before = facts.posts(spike.before(), spike.start(), negative, MOST_POSTS);
    List<Driver> drivers = new ArrayList<>(SpikeDrivers.of(now, before, spike.window().before()));
    drivers.addAll(SpikeDrivers.words(texts(now), texts(before)));
    return drivers;
  }

  private List<String> texts(List<Facts.Counted> posts) {
    return mentions
        .find(posts.stream().limit(MOST_TEXTS).map(Facts.Counted::mention).toList())
        .stream()
        .map(Mention::text)
        .toList();
  }
}
