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
import java.util.UUID;
import java.util.stream.Stream;
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
  private final Dispatch dispatch;
  private final Tunings tunings;
  private final AlertText texts;
  private final AlertLetters letters;
  private final MailChoices choices;
  private final Organizations organizations;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DigestRounds(
      Due due,
      Digests digests,
      Channels channels,
      Dispatch dispatch,
      Tunings tunings,
      AlertText texts,
      AlertLetters letters,
      MailChoices choices,
      Organizations organizations,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${bedside.alerts.look-every:60s}") Duration every) {
    super("alert summaries", every);
    this.due = due;
    this.digests = digests;
    this.channels = channels;
    this.dispatch = dispatch;
    this.tunings = tunings;
    this.texts = texts;
    this.letters = letters;
    this.choices = choices;
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
    ZonedDateTime here = now.atZone(organizations.current().zone());
    if (here.toLocalTime().isBefore(MORNING)) {
      return;
    }
    LocalDate today = here.toLocalDate();
    boolean monday = today.getDayOfWeek() == DayOfWeek.MONDAY;
    List<UUID> rooms = channels.all().stream().map(Channels.Channel::id).toList();
    Tuning.Digest often = tunings.current().digest();
    List<UUID> daily = often == Tuning.Digest.DAILY ? rooms : List.of();
    List<UUID> weekly = often == Tuning.Digest.WEEKLY && monday ? rooms : List.of();
    List<UUID> dailyLetters = choices.members(MailChoice.DAILY);
    List<UUID> weeklyLetters = monday ? choices.members(MailChoice.WEEKLY) : List.of();
    boolean anybody =
        Stream.of(daily, weekly, dailyLetters, weeklyLetters).anyMatch(told -> !told.isEmpty());
    if (anybody && digests.take(today)) {
      write(today, 1, daily, dailyLetters, now);
      write(today, 7, weekly, weeklyLetters, now);
    }
  }

  private void write(LocalDate today, int days, List<UUID> rooms, List<UUID> people, Instant now) {
    ZoneId zone = organizations.current().zone();
    LocalDate first = today.minusDays(days);
    LocalDate last = today.minusDays(1);
    Digests.Figures figures =
        digests.figures(first.atStartOfDay(zone).toInstant(), today.atStartOfDay(zone).toInstant());
    String text = texts.digest(first, last, figures);
    rooms.forEach(room -> dispatch.post(room, text, List.of(), now));
    people.forEach(person -> letters.digest(person, first, last, figures));
  }
}
