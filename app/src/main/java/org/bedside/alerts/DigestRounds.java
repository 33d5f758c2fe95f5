package org.bedside.alerts;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Organizations;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the summary of yesterday, or of last week on a Monday, at eight in the morning. */
@Component
class DigestRounds extends Rounds {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final Due due;
  private final Digests digests;
  private final Channels channels;
  private final Outbox outbox;
  private final Tunings tunings;
  private final AlertText texts;
  private final Organizations organizations;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DigestRounds(
      Due due,
      Digests digests,
      Channels channels,
      Outbox outbox,
      Tunings tunings,
      AlertText texts,
      Organizations organizations,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${bedside.alerts.look-every:60s}") Duration every) {
    super("alert summaries", every);
    this.due = due;
    this.digests = digests;
    this.channels = channels;
    this.outbox = outbox;
    this.tunings = tunings;
    this.texts = texts;
    this.organizations = organizations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    for (OrganizationId organization : due.digests()) {
      CurrentOrganization.run(
          organization, () -> transactions.executeWithoutResult(status -> write(clock.instant())));
    }
    return false;
  }

  /** In the current organization, inside a transaction; each day once. */
  void write(Instant now) {
    ZoneId zone = organizations.current().zone();
    ZonedDateTime here = now.atZone(zone);
    LocalDate today = here.toLocalDate();
    int days =
        switch (tunings.current().digest()) {
          case NONE -> 0;
          case DAILY -> 1;
          case WEEKLY -> today.getDayOfWeek() == DayOfWeek.MONDAY ? 7 : 0;
        };
    List<Channels.Channel> told = channels.all();
    if (days == 0 || here.toLocalTime().isBefore(MORNING) || told.isEmpty()) {
      return;
    }
    if (digests.take(today)) {
      LocalDate first = today.minusDays(days);
      Digests.Figures figures =
          digests.figures(
              first.atStartOfDay(zone).toInstant(), today.atStartOfDay(zone).toInstant());
      String text = texts.digest(first, today.minusDays(1), figures);
      told.forEach(channel -> outbox.put(channel.id(), text, List.of(), now));
    }
  }
}
