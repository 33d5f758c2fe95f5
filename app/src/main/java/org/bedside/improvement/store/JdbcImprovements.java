package org.bedside.improvement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Counts;
import org.bedside.improvement.Effect;
import org.bedside.improvement.Group;
import org.bedside.improvement.Improvements;
import org.bedside.improvement.Period;
import org.bedside.improvement.RollUp;
import org.bedside.improvement.Ticket;
import org.bedside.improvement.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcImprovements implements Improvements {

  private static final String GROUPS =
      """
      with names as (
        select clinician, mode() within group (order by name) as name
        from improvement_clinician group by clinician)
      select s.theme, s.location_id, c.clinician, n.name,
        count(*) filter (where s.published_at >= :from) as mentions,
        count(*) filter (where s.published_at >= :from and s.sentiment = 'NEGATIVE') as negative,
        count(*) filter (where s.published_at >= :from and s.sentiment = 'POSITIVE') as positive,
        count(*) filter (where s.published_at >= :from and s.asks) as asking,
        count(*) filter (where s.published_at < :from) as was_mentions,
        count(*) filter (where s.published_at < :from and s.sentiment = 'NEGATIVE') as was_negative,
        count(*) filter (where s.published_at < :from and s.sentiment = 'POSITIVE') as was_positive,
        count(*) filter (where s.published_at < :from and s.asks) as was_asking
      from improvement_said s
      left join improvement_clinician c on c.mention_id = s.mention_id
      left join names n on n.clinician = c.clinician
      where s.published_at >= :before and s.published_at < :until
        and (:location::uuid is null or s.location_id = :location)
      group by s.theme, s.location_id, c.clinician, n.name
      having count(*) filter (where s.published_at >= :from) > 0
      """;

  private static final String EFFECT =
      """
      select count(*) as mentions, count(*) filter (where s.sentiment = 'NEGATIVE') as negative,
        count(*) filter (where s.sentiment = 'POSITIVE') as positive
      from improvement_said s
      where s.theme = :theme and s.published_at >= :from and s.published_at < :until
        and (:location::uuid is null or s.location_id = :location)
        and (:clinician::text is null or exists (
          select from improvement_clinician c
          where c.mention_id = s.mention_id and c.clinician = :clinician))
      """;

  private final JdbcClient jdbc;
  private final Quotes quotes;
  private final Clock clock;

  JdbcImprovements(JdbcClient jdbc, Quotes quotes, Clock clock) {
    this.jdbc = jdbc;
    this.quotes = quotes;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public RollUp rollUp(Period period, @Nullable UUID location) {
    return RollUp.of(
        jdbc.sql(GROUPS)
            .param("before", at(period.before().from()))
            .param("from", at(period.from()))
            .param("until", at(period.until()))
            .param("location", location)
            .query((row, i) -> new Group(topic(row), counts(row, ""), counts(row, "was_")))
            .list());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Quote> quotes(List<Group> groups, Period period) {
    return groups.isEmpty() ? List.of() : quotes.of(groups, period);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Clinician> clinician(String id) {
    return jdbc.sql(
            """
            select mode() within group (order by name) as name from improvement_clinician
            where clinician = :id having count(*) > 0
            """)
        .param("id", id)
        .query(String.class)
        .optional()
        .map(name -> new Clinician(id, name));
  }

  @Override
  @Transactional(readOnly = true)
  public Effect effect(Ticket closed) {
    Instant end = closed.closedAt();
    if (end == null) {
      throw new IllegalArgumentException("this ticket is not closed");
    }
    Duration length = Effect.length(end, clock.instant());
    Instant start = closed.openedAt();
    return Effect.of(
        said(closed.topic(), start.minus(length), start),
        said(closed.topic(), end, end.plus(length)),
        length);
  }

  private Effect.Said said(Topic topic, Instant from, Instant until) {
    Clinician clinician = topic.clinician();
    return jdbc.sql(EFFECT)
        .param("theme", topic.theme())
        .param("from", at(from))
        .param("until", at(until))
        .param("location", topic.location())
        .param("clinician", clinician == null ? null : clinician.id())
        .query(
            (row, i) ->
                new Effect.Said(
                    row.getLong("mentions"), row.getLong("negative"), row.getLong("positive")))
        .single();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Topic topic(ResultSet row) throws SQLException {
    String clinician = row.getString("clinician");
    return new Topic(
        row.getString("theme"),
        row.getObject("location_id", UUID.class),
        clinician == null ? null : new Clinician(clinician, row.getString("name")));
  }

  private static Counts counts(ResultSet row, String time) throws SQLException {
    return new Counts(
        row.getLong(time + "mentions"),
        row.getLong(time + "negative"),
        row.getLong(time + "positive"),
        row.getLong(time + "asking"));
  }
}
