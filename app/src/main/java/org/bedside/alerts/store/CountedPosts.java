package org.bedside.alerts.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes what spikes are counted from, in the transaction of what it follows from. */
@Component
class CountedPosts {

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

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  CountedPosts(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
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
            .map(CountedPosts::row)
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
}
