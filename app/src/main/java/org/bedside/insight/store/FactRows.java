package org.bedside.insight.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Judgement;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.insight.Feedback;
import org.bedside.listening.Mention;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.ThemeOpinion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The facts that are counted, written in the transaction of what they follow from. */
@Component
class FactRows implements Feedback {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  FactRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Fact(
      long mention_id,
      String published_at,
      UUID source_id,
      @Nullable UUID location_id,
      String sentiment) {}

  private record ThemeFact(
      long mention_id,
      String published_at,
      @Nullable UUID location_id,
      String theme,
      String sentiment) {}

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
    jdbc.sql("delete from feedback_fact where mention_id = any(:ids)")
        .param("ids", event.mentions().toArray(Long[]::new))
        .update();
  }

  private void write(List<Assessed> mentions) {
    List<Fact> facts = new ArrayList<>();
    List<ThemeFact> themes = new ArrayList<>();
    for (Assessed assessed : mentions) {
      Mention mention = assessed.mention();
      Judgement judgement = assessed.judgement();
      String at = mention.publishedAt().toString();
      facts.add(
          new Fact(
              mention.id(),
              at,
              mention.source(),
              assessed.location(),
              judgement.sentiment().name()));
      Map<String, SentimentLabel> said = said(assessed);
      for (String theme : new LinkedHashSet<>(judgement.themes())) {
        themes.add(
            new ThemeFact(
                mention.id(),
                at,
                assessed.location(),
                theme,
                said.getOrDefault(theme, judgement.sentiment()).name()));
      }
    }
    store(facts, themes);
  }

  /** How each theme is spoken of; a theme that a person added is spoken of as the whole post is. */
  private static Map<String, SentimentLabel> said(Assessed assessed) {
    Map<String, SentimentLabel> said = new HashMap<>();
    for (ThemeOpinion opinion : assessed.assessment().themes()) {
      said.putIfAbsent(opinion.theme(), opinion.sentiment());
    }
    return said;
  }

  private void store(List<Fact> facts, List<ThemeFact> themes) {
    jdbc.sql(
            """
            insert into feedback_fact
              (mention_id, organization_id, published_at, source_id, location_id, sentiment)
            select mention_id, current_organization(), published_at, source_id, location_id,
              sentiment
            from jsonb_to_recordset(:facts::jsonb) as t (mention_id bigint,
              published_at timestamptz, source_id uuid, location_id uuid, sentiment text)
            on conflict (mention_id) do update set published_at = excluded.published_at,
              location_id = excluded.location_id, sentiment = excluded.sentiment
            """)
        .param("facts", json.writeValueAsString(facts))
        .update();
    jdbc.sql("delete from feedback_theme where mention_id = any(:ids)")
        .param("ids", facts.stream().map(Fact::mention_id).toArray(Long[]::new))
        .update();
    jdbc.sql(
            """
            insert into feedback_theme
              (mention_id, organization_id, published_at, location_id, theme, sentiment)
            select mention_id, current_organization(), published_at, location_id, theme, sentiment
            from jsonb_to_recordset(:themes::jsonb) as t (mention_id bigint,
              published_at timestamptz, location_id uuid, theme text, sentiment text)
            """)
        .param("themes", json.writeValueAsString(themes))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<StepCount> overTime(Period period, @Nullable UUID location) {
    return jdbc.sql(
            """
            select step::date as from_day, (step + (:step - 1) * interval '1 day')::date as to_day,
              count(f.mention_id) filter (where f.sentiment = 'NEGATIVE') as negative,
              count(f.mention_id) filter (where f.sentiment = 'NEUTRAL') as neutral,
              count(f.mention_id) filter (where f.sentiment = 'POSITIVE') as positive
            from generate_series(:first::timestamp, :last::timestamp, :step * interval '1 day') step
            left join feedback_fact f on f.published_at >= step at time zone :zone
              and f.published_at < (step + :step * interval '1 day') at time zone :zone
              and (:location::uuid is null or f.location_id = :location)
            group by step order by step
            """)
        .param("first", period.first())
        .param("last", period.last())
        .param("step", period.step())
        .param("zone", period.zone().getId())
        .param("location", location)
        .query(
            (row, i) ->
                new StepCount(
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getLong("negative"),
                    row.getLong("neutral"),
                    row.getLong("positive")))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<ThemeCount> themes(Period period, @Nullable UUID location) {
    return jdbc.sql(
            """
            select theme, location_id, sentiment, count(*) as posts from feedback_theme
            where published_at >= :from and published_at < :until
              and (:location::uuid is null or location_id = :location)
            group by theme, location_id, sentiment
            """)
        .param("from", start(period.first(), period))
        .param("until", start(period.last().plusDays(1), period))
        .param("location", location)
        .query(
            (row, i) ->
                new ThemeCount(
                    row.getString("theme"),
                    row.getObject("location_id", UUID.class),
                    SentimentLabel.valueOf(row.getString("sentiment")),
                    row.getLong("posts")))
        .list();
  }

  private static OffsetDateTime start(LocalDate day, Period period) {
    return day.atStartOfDay(period.zone()).toOffsetDateTime();
  }
}
