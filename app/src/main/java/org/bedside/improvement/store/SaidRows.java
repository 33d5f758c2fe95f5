package org.bedside.improvement.store;

import java.util.Collection;
import java.util.List;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.listening.MentionsWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is rolled up of each mention, written in the transaction of what it follows from. */
@Component
class SaidRows {

  private static final String STORE_THEMES =
      """
      insert into improvement_said (mention_id, organization_id, published_at, location_id,
        post_version, theme, sentiment, asks, ask_start, ask_end, word_start, word_end)
      select mention_id, current_organization(), published_at, location_id, post_version, theme,
        sentiment, asks, ask_start, ask_end, word_start, word_end
      from jsonb_to_recordset(:themes::jsonb) as t (mention_id bigint, published_at timestamptz,
        location_id uuid, post_version int, theme text, sentiment text, asks boolean,
        ask_start int, ask_end int, word_start int, word_end int)
      on conflict (mention_id, theme) do update set published_at = excluded.published_at,
        location_id = excluded.location_id, post_version = excluded.post_version,
        sentiment = excluded.sentiment, asks = excluded.asks, ask_start = excluded.ask_start,
        ask_end = excluded.ask_end, word_start = excluded.word_start, word_end = excluded.word_end
      """;

  private static final String STORE_CLINICIANS =
      """
      insert into improvement_clinician (mention_id, organization_id, clinician, name)
      select mention_id, current_organization(), clinician, name
      from jsonb_to_recordset(:clinicians::jsonb)
        as t (mention_id bigint, clinician text, name text)
      on conflict (mention_id, clinician) do update set name = excluded.name
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SaidRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
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

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    forget(event.mentions());
  }

  private void write(List<Assessed> mentions) {
    forget(mentions.stream().map(one -> one.mention().id()).toList());
    List<Facts> facts = mentions.stream().map(Facts::of).toList();
    jdbc.sql(STORE_THEMES)
        .param(
            "themes",
            json.writeValueAsString(facts.stream().flatMap(one -> one.themes().stream()).toList()))
        .update();
    jdbc.sql(STORE_CLINICIANS)
        .param(
            "clinicians",
            json.writeValueAsString(
                facts.stream().flatMap(one -> one.clinicians().stream()).toList()))
        .update();
  }

  private void forget(Collection<Long> mentions) {
    for (String table : List.of("improvement_said", "improvement_clinician")) {
      jdbc.sql("delete from " + table + " where mention_id = any(:ids)")
          .param("ids", mentions.toArray(Long[]::new))
          .update();
    }
  }
}
