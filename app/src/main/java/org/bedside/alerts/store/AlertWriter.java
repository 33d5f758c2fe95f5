package org.bedside.alerts.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bedside.alerts.Alarm;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.Tuning;
import org.bedside.assessment.Assessed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The row of an alert about a mention: opened once, kept in step, ended, begun again. */
@Component
class AlertWriter {

  private static final String OPEN =
      """
      insert into alert (organization_id, kind, subject, about, mention_id, severity, source_id,
        location_id, parts, drivers, opened_at, changed_at, due_at, ask_at)
      values (current_organization(), :kind, :subject, :about, :mention, :severity, :source,
        :location, :parts::jsonb, '[]', :now, :now, :due, :due)
      on conflict (organization_id, kind, subject) do nothing
      returning id, opening
      """;

  private static final String KEEP_IN_STEP =
      """
      update alert set about = :about, severity = :severity, location_id = :location,
        parts = :parts::jsonb, changed_at = :now
      where id = :id
      """;

  private static final String BEGIN_AGAIN =
      """
      update alert set state = 'OPEN', opening = opening + 1, opened_at = :now, due_at = :due,
        ask_at = :due, step = 0, acknowledged_at = null, acknowledged_by = null,
        acknowledged_name = null, closed_at = null, closed_by = null, closed_name = null, closed_why = null
      where id = :id returning id, opening
      """;

  private final JdbcClient jdbc;
  private final Reaching reaching;
  private final JsonMapper json;

  AlertWriter(JdbcClient jdbc, Reaching reaching, JsonMapper json) {
    this.jdbc = jdbc;
    this.reaching = reaching;
    this.json = json;
  }

  /** What is there about a mention already. */
  record Known(long id, long mention, AlertKind kind, String about, String state, String why) {

    boolean endedByItself() {
      return state.equals("CLOSED") && why.equals("NO_LONGER");
    }

    /** Whether somebody has it, as another crisis than it is by now. */
    boolean isAnother(Alarm now) {
      return state.equals("ACKNOWLEDGED") && !about.equals(now.about());
    }
  }

  /** An alert that people are to be told of: which, and which time it opened. */
  record Opened(long id, int opening) {}

  Map<Long, Map<AlertKind, Known>> known(Collection<Long> mentions) {
    Map<Long, Map<AlertKind, Known>> known = new HashMap<>();
    jdbc.sql(
            """
            select id, mention_id, kind, about, state, coalesce(closed_why, '') as why
            from alert where mention_id = any(:ids) for update
            """)
        .param("ids", mentions.toArray(Long[]::new))
        .query(
            (row, i) ->
                new Known(
                    row.getLong("id"),
                    row.getLong("mention_id"),
                    AlertKind.valueOf(row.getString("kind")),
                    row.getString("about"),
                    row.getString("state"),
                    row.getString("why")))
        .list()
        .forEach(
            one ->
                known
                    .computeIfAbsent(one.mention(), id -> new EnumMap<>(AlertKind.class))
                    .put(one.kind(), one));
    return known;
  }

  /**
   * Opens it where the tuning lets it alert, or keeps what is there in step. What ended because the
   * post said so no longer begins again; so does what somebody had acknowledged when it is another
   * crisis by now. What a person closed stays closed.
   *
   * @return whether anything was changed
   */
  boolean write(Alarm alarm, Assessed of, @Nullable Known there, Tuning tuning, Instant now) {
    boolean opens = alarm.opens(of, tuning, now);
    if (there == null) {
      return opens && open(alarm, of, tuning, now);
    }
    jdbc.sql(KEEP_IN_STEP)
        .param("about", alarm.about())
        .param("severity", alarm.severity())
        .param("location", of.location())
        .param("parts", json.writeValueAsString(alarm.parts()))
        .param("now", utc(now))
        .param("id", there.id())
        .update();
    if (opens && (there.endedByItself() || there.isAnother(alarm))) {
      Opened opened = beginAgain(there.id(), due(alarm.kind(), tuning, now), now);
      reaching.opened(opened, alarm.kind(), alarm.severity(), now);
    }
    return true;
  }

  /**
   * Opens one that had ended once more; whoever calls tells people of it.
   *
   * @param due by when it is to be acknowledged; null where nothing says so
   */
  Opened beginAgain(long alert, @Nullable OffsetDateTime due, Instant now) {
    return jdbc.sql(BEGIN_AGAIN)
        .param("now", utc(now))
        .param("due", due)
        .param("id", alert)
        .query((row, i) -> new Opened(row.getLong("id"), row.getInt("opening")))
        .single();
  }

  private boolean open(Alarm alarm, Assessed of, Tuning tuning, Instant now) {
    Optional<Opened> fresh =
        jdbc.sql(OPEN)
            .param("kind", alarm.kind().name())
            .param("subject", "mention:" + of.mention().id())
            .param("about", alarm.about())
            .param("mention", of.mention().id())
            .param("severity", alarm.severity())
            .param("source", of.mention().source())
            .param("location", of.location())
            .param("parts", json.writeValueAsString(alarm.parts()))
            .param("now", utc(now))
            .param("due", due(alarm.kind(), tuning, now))
            .query((row, i) -> new Opened(row.getLong("id"), row.getInt("opening")))
            .optional();
    fresh.ifPresent(opened -> reaching.opened(opened, alarm.kind(), alarm.severity(), now));
    return fresh.isPresent();
  }

  /** The post no longer says what raised it; answers whether that changes anything. */
  boolean over(Known known, Instant now) {
    return jdbc.sql(
                """
                update alert set state = 'CLOSED', closed_at = :now, closed_why = 'NO_LONGER',
                  due_at = null, ask_at = null, changed_at = :now
                where id = :id and state <> 'CLOSED'
                """)
            .param("id", known.id())
            .param("now", utc(now))
            .update()
        > 0;
  }

  private static @Nullable OffsetDateTime due(AlertKind kind, Tuning tuning, Instant now) {
    return kind == AlertKind.CRISIS ? utc(now).plusMinutes(tuning.minutes()) : null;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
