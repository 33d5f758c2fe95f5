package org.bedside.alerts.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.alerts.AlertsChanged;
import org.bedside.alerts.Driver;
import org.bedside.alerts.Rushes;
import org.bedside.alerts.Spike;
import org.bedside.database.CurrentOrganization;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcRushes implements Rushes {

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

  JdbcRushes(
      JdbcClient jdbc,
      AlertWriter writer,
      Reaching reaching,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.writer = writer;
    this.reaching = reaching;
    this.json = json;
    this.events = events;
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
