package org.bedside.alerts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.alerts.AlertsChanged;
import org.bedside.alerts.Driver;
import org.bedside.alerts.Facts;
import org.bedside.alerts.HourCount;
import org.bedside.alerts.Spike;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.database.CurrentOrganization;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The facts that spikes are counted from, written in the transaction of what they follow from. */
@Component
class SpikeFacts implements Facts {

  /** Eight weeks to compare with, the longest window, and some days to spare. */
  private static final Duration KEPT = Duration.ofDays(70);

  private static final String KEEP =
      """
      insert into alert_fact (mention_id, organization_id, hour, source_id, location_id, negative,
        themes)
      select mention_id, current_organization(), hour, source_id, location_id, negative, themes
      from jsonb_to_recordset(:facts::jsonb) as t (mention_id bigint, hour timestamptz,
        source_id uuid, location_id uuid, negative boolean, themes text[])
      on conflict (mention_id) do update set hour = excluded.hour,
        location_id = excluded.location_id, negative = excluded.negative, themes = excluded.themes
      """;

  /** By how much a rush that somebody closed must have grown to be told anew. */
  private static final int GRAVER = 2;

  private static final String SAME_RUSH =
      """
      select id, severity, state = 'CLOSED' as closed from alert
      where kind = :kind and about = :about and location_id is not distinct from :place::uuid
        and changed_at > :since
      order by changed_at desc limit 1 for update
      """;

  private static final String GOES_ON =
      """
      update alert set severity = greatest(severity, :severity), parts = :parts::jsonb,
        drivers = :drivers::jsonb, changed_at = :now
      where id = :id
      """;

  private static final String OPEN =
      """
      insert into alert (organization_id, kind, subject, about, severity, location_id, parts,
        drivers, opened_at, changed_at)
      values (current_organization(), :kind, :subject, :about, :severity, :place::uuid,
        :parts::jsonb, :drivers::jsonb, :now, :now)
      on conflict (organization_id, kind, subject) do nothing
      returning id, opening
      """;

  private final JdbcClient jdbc;
  private final AlertWriter writer;
  private final Reaching reaching;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SpikeFacts(
      JdbcClient jdbc,
      AlertWriter writer,
      Reaching reaching,
      JsonMapper json,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.writer = writer;
    this.reaching = reaching;
    this.json = json;
    this.events = events;
    this.clock = clock;
  }

  private record Row(
      long mention_id,
      String hour,
      UUID source_id,
      @Nullable UUID location_id,
      boolean negative,
      List<String> themes) {}

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsAssessed event) {
    write(event.mentions());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(JudgementCorrected event) {
    write(List.of(event.mention()));
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    jdbc.sql("delete from alert_fact where mention_id = any(:ids)")
        .param("ids", event.mentions().toArray(Long[]::new))
        .update();
  }

  private void write(List<Assessed> mentions) {
    Instant oldest = clock.instant().minus(KEPT);
    List<Row> rows =
        mentions.stream()
            .filter(one -> one.mention().publishedAt().isAfter(oldest))
            .map(SpikeFacts::row)
            .toList();
    if (!rows.isEmpty()) {
      jdbc.sql(KEEP).param("facts", json.writeValueAsString(rows)).update();
    }
  }

  private static Row row(Assessed one) {
    return new Row(
        one.mention().id(),
        one.mention().publishedAt().truncatedTo(ChronoUnit.HOURS).toString(),
        one.mention().source(),
        one.location(),
        one.judgement().sentiment() == SentimentLabel.NEGATIVE,
        one.judgement().themes().stream().distinct().toList());
  }

  @Override
  public List<HourCount> hours(Instant from, Instant until, @Nullable UUID place) {
    return jdbc.sql(
            """
            select hour, count(*) as total, count(*) filter (where negative) as negative
            from alert_fact where hour >= :from and hour < :until
              and (:place::uuid is null or location_id = :place::uuid)
            group by hour
            """)
        .param("place", place)
        .param("from", utc(from))
        .param("until", utc(until))
        .query(
            (row, i) ->
                new HourCount(
                    row.getObject("hour", OffsetDateTime.class).toInstant(),
                    row.getLong("total"),
                    row.getLong("negative")))
        .list();
  }

  @Override
  public Optional<Instant> since(@Nullable UUID place) {
    return jdbc.sql(
            """
            select hour from alert_fact where :place::uuid is null or location_id = :place::uuid
            order by hour limit 1
            """)
        .param("place", place)
        .query((row, i) -> row.getObject("hour", OffsetDateTime.class).toInstant())
        .optional();
  }

  @Override
  public List<UUID> places(Instant from, Instant until, int least) {
    return jdbc.sql(
            """
            select location_id from alert_fact
            where hour >= :from and hour < :until and location_id is not null
            group by location_id having count(*) >= :least order by location_id
            """)
        .param("from", utc(from))
        .param("until", utc(until))
        .param("least", least)
        .query((row, i) -> UUID.fromString(row.getString(1)))
        .list();
  }

  @Override
  public List<Counted> posts(
      Instant from, Instant until, @Nullable UUID place, boolean negativeOnly, int most) {
    return jdbc.sql(
            """
            select mention_id, source_id, location_id, themes from alert_fact
            where hour >= :from and hour < :until and (negative or not :negativeOnly)
              and (:place::uuid is null or location_id = :place::uuid)
            order by hour desc, mention_id desc limit :most
            """)
        .param("from", utc(from))
        .param("until", utc(until))
        .param("place", place)
        .param("negativeOnly", negativeOnly)
        .param("most", most)
        .query(SpikeFacts::counted)
        .list();
  }

  private static Counted counted(ResultSet row, int number) throws SQLException {
    return new Counted(
        row.getLong("mention_id"),
        row.getObject("source_id", UUID.class),
        row.getObject("location_id", UUID.class),
        Arrays.stream((Object[]) row.getArray("themes").getArray())
            .map(theme -> (String) theme)
            .toList());
  }

  @Override
  public boolean judge(Instant hour) {
    return jdbc.sql(
                """
                insert into alert_judged (organization_id, hour)
                values (current_organization(), :hour)
                on conflict (organization_id) do update set hour = excluded.hour
                  where alert_judged.hour < excluded.hour
                """)
            .param("hour", utc(hour))
            .update()
        > 0;
  }

  @Override
  public void raise(Spike spike, @Nullable UUID place, List<Driver> drivers, Instant now) {
    Duration rush = Duration.ofHours(spike.window() == Spike.Window.HOUR ? 12 : 48);
    Optional<Rush> known =
        jdbc.sql(SAME_RUSH)
            .param("kind", spike.kind().name())
            .param("about", spike.window().label())
            .param("place", place)
            .param("since", utc(now.minus(rush)))
            .query((row, i) -> new Rush(row.getLong(1), row.getInt(2), row.getBoolean("closed")))
            .optional();
    known.ifPresentOrElse(
        there -> goesOn(there, spike, drivers, now), () -> open(spike, place, drivers, now));
    events.publishEvent(new AlertsChanged(CurrentOrganization.get()));
  }

  /** A rush that was told: which alert, how grave, and whether somebody closed it. */
  private record Rush(long alert, int severity, boolean closed) {}

  /** One rush is one alert, unless it grows on after somebody thought it over. */
  private void goesOn(Rush there, Spike spike, List<Driver> drivers, Instant now) {
    jdbc.sql(GOES_ON)
        .param("severity", spike.severity())
        .param("parts", json.writeValueAsString(spike.parts()))
        .param("drivers", json.writeValueAsString(drivers))
        .param("now", utc(now))
        .param("id", there.alert())
        .update();
    if (there.closed() && spike.severity() >= there.severity() + GRAVER) {
      AlertWriter.Opened again = writer.beginAgain(there.alert(), null, now);
      reaching.opened(again, spike.kind(), spike.severity(), now);
    }
  }

  private void open(Spike spike, @Nullable UUID place, List<Driver> drivers, Instant now) {
    jdbc.sql(OPEN)
        .param("kind", spike.kind().name())
        .param("subject", subject(spike, place))
        .param("about", spike.window().label())
        .param("place", place)
        .param("severity", spike.severity())
        .param("parts", json.writeValueAsString(spike.parts()))
        .param("drivers", json.writeValueAsString(drivers))
        .param("now", utc(now))
        .query((row, i) -> new AlertWriter.Opened(row.getLong("id"), row.getInt("opening")))
        .optional()
        .ifPresent(opened -> reaching.opened(opened, spike.kind(), spike.severity(), now));
  }

  private static String subject(Spike spike, @Nullable UUID place) {
    String rush = spike.window().label() + ":" + spike.end();
    return place == null ? rush : rush + ":" + place;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
