package org.bedside.alerts.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bedside.alerts.Alarm;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.AlertsChanged;
import org.bedside.alerts.PersuasiveScore;
import org.bedside.alerts.Tuning;
import org.bedside.alerts.Tunings;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.database.CurrentOrganization;
import org.bedside.listening.Mentions;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.listening.Reach;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what a mention raises in the very transaction that stores its assessment: a crisis is
 * there exactly when it is understood, and a process that dies has lost none.
 */
@Component
class AlertIntake {

  private final JdbcClient jdbc;
  private final Mentions mentions;
  private final Tunings tunings;
  private final AlertWriter writer;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AlertIntake(
      JdbcClient jdbc,
      Mentions mentions,
      Tunings tunings,
      AlertWriter writer,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.mentions = mentions;
    this.tunings = tunings;
    this.writer = writer;
    this.events = events;
    this.clock = clock;
  }

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

  /** Who acknowledged what and when stays; what it said of the post goes with the post. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    int changed =
        jdbc.sql(
                """
                update alert set mention_id = null, subject = 'withdrawn:' || id, parts = '[]',
                  drivers = '[]', source_id = null, due_at = null, ask_at = null, state = 'CLOSED',
                  closed_at = coalesce(closed_at, :now),
                  closed_why = coalesce(closed_why, 'WITHDRAWN'), changed_at = :now
                where mention_id = any(:ids)
                """)
            .param("ids", event.mentions().toArray(Long[]::new))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    announce(changed > 0);
  }

  private void write(List<Assessed> assessed) {
    Tuning tuning = tunings.current();
    Instant now = clock.instant();
    Map<Long, Reach> reach = reach(assessed);
    Map<Long, Map<AlertKind, AlertWriter.Known>> known = writer.known(ids(assessed));
    boolean changed = false;
    for (Assessed one : assessed) {
      long id = one.mention().id();
      Map<AlertKind, AlertWriter.Known> before =
          known.getOrDefault(id, new EnumMap<>(AlertKind.class));
      for (Alarm alarm : Alarm.of(one, reach.get(id))) {
        changed |= writer.write(alarm, one, before.remove(alarm.kind()), tuning, now);
      }
      for (AlertWriter.Known over : before.values()) {
        changed |= writer.over(over, now);
      }
    }
    announce(changed);
  }

  /** Asked for bad reviews only: nothing else is scored. */
  private Map<Long, Reach> reach(List<Assessed> assessed) {
    List<Long> bad = ids(assessed.stream().filter(PersuasiveScore::concerns).toList());
    return bad.isEmpty() ? Map.of() : mentions.reach(bad);
  }

  private static List<Long> ids(List<Assessed> assessed) {
    return assessed.stream().map(one -> one.mention().id()).toList();
  }

  private void announce(boolean changed) {
    if (changed) {
      events.publishEvent(new AlertsChanged(CurrentOrganization.get()));
    }
  }
}
