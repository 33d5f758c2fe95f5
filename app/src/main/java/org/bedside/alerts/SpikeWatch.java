package org.bedside.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges each hour once, ten minutes after its end: until then what was published in it may still
 * be on its way here. A place that enough posts are about is judged by itself too: its rush may
 * drown among those of the others.
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
  private final Rushes rushes;
  private final Tunings tunings;
  private final Mentions mentions;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SpikeWatch(
      Due due,
      Facts facts,
      Rushes rushes,
      Tunings tunings,
      Mentions mentions,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${bedside.alerts.look-every:60s}") Duration every) {
    super("spikes", every);
    this.due = due;
    this.facts = facts;
    this.rushes = rushes;
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
    List<Spike> everywhere = raise(hour, null, List.of(), tuning);
    Instant day = hour.minus(Duration.ofHours(Spike.Window.DAY.hours()));
    for (UUID place : facts.places(day, hour, tuning.spikeMinimum())) {
      raise(hour, place, everywhere, tuning);
    }
  }

  /**
   * Judges one place, or all together.
   *
   * @param told what is told of all places together; a place is not told of besides
   */
  private List<Spike> raise(Instant hour, @Nullable UUID place, List<Spike> told, Tuning tuning) {
    List<HourCount> hours = facts.hours(hour.minus(KNOWN), hour, place);
    Instant since = facts.since(place).orElse(hour);
    List<Spike> spikes =
        SpikeJudge.judge(hours, since, hour, tuning.spikeMinimum()).stream()
            .filter(spike -> tuning.kinds().contains(spike.kind()))
            .filter(spike -> told.stream().noneMatch(other -> sameRush(spike, other)))
            .toList();
    for (Spike spike : spikes) {
      rushes.raise(spike, place, drivers(spike, place), clock.instant());
    }
    return spikes;
  }

  private static boolean sameRush(Spike one, Spike other) {
    return one.kind() == other.kind() && one.window() == other.window();
  }

  private List<Driver> drivers(Spike spike, @Nullable UUID place) {
    boolean negative = spike.kind() == AlertKind.SENTIMENT_SPIKE;
    List<Facts.Counted> now = facts.posts(spike.start(), spike.end(), place, negative, MOST_POSTS);
    List<Facts.Counted> before =
        facts.posts(spike.before(), spike.start(), place, negative, MOST_POSTS);
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
