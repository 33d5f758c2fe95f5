package org.bedside.alerts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.alerts.Facts;
import org.bedside.alerts.HourCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcFacts implements Facts {

  private final JdbcClient jdbc;

  JdbcFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
        .query(JdbcFacts::counted)
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

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
