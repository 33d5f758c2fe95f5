package org.bedside.inbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.inbox.Signal;
import org.bedside.inbox.Signals;
import org.bedside.understanding.WatchSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weighs for the moderators what comes in, in the transaction that stores its assessment, once it
 * has its case. What somebody decided stays decided until the score rises above what they saw.
 */
@Component
class Weighing {

  private static final String KEEP =
      """
      with weighed as (
        select * from unnest(:cases::bigint[], :scores::smallint[], :signals::text[])
          as t (case_id, score, signals)
      ), kept as (
        insert into inbox_moderation (case_id, organization_id, score, signals)
        select case_id, current_organization(), score, string_to_array(signals, chr(30))
        from weighed where score >= :least
          or exists (select from inbox_moderation m where m.case_id = weighed.case_id)
        on conflict (case_id) do update set signals = excluded.signals, score = excluded.score,
          decision = case when excluded.score > inbox_moderation.score
            then null else inbox_moderation.decision end
        returning case_id, score, decision
      )
      update inbox_case c
      set attention = case when kept.score >= :least and kept.decision is null
        then kept.score end
      from kept where c.id = kept.case_id
      """;

  private final JdbcClient jdbc;
  private final Assessments assessments;
  private final JdbcWatchedWords words;

  Weighing(JdbcClient jdbc, Assessments assessments, JdbcWatchedWords words) {
    this.jdbc = jdbc;
    this.assessments = assessments;
    this.words = words;
  }

  private record Held(long id, long lead, UUID source, @Nullable String author, int mentions) {}

  private record History(int posts, int negative, int urgent) {
    static final History NONE = new History(0, 0, 0);
  }

  @EventListener
  @Order(100)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsAssessed event) {
    Map<Long, Assessed> fresh = new HashMap<>();
    event.mentions().forEach(one -> fresh.put(one.mention().id(), one));
    weigh(
        jdbc.sql(
                """
                select distinct c.id, c.lead_mention, c.source_id, c.author, c.mentions
                from case_mention m join inbox_case c on c.id = m.case_id
                where m.mention_id = any(:mentions) order by c.id
                """)
            .param("mentions", fresh.keySet().toArray(Long[]::new))
            .query(
                (row, i) ->
                    new Held(
                        row.getLong("id"),
                        row.getLong("lead_mention"),
                        row.getObject("source_id", UUID.class),
                        row.getString("author"),
                        row.getInt("mentions")))
            .list(),
        fresh);
  }

  /** The latest open ones, so many at most. */
  void again(int most) {
    readByIndex();
    weigh(
        jdbc.sql(
                """
                select id, lead_mention, source_id, author, mentions from inbox_case
                where state = 'OPEN' order by published_at desc, id desc limit :most
                """)
            .param("most", most)
            .query(
                (row, i) ->
                    new Held(
                        row.getLong("id"),
                        row.getLong("lead_mention"),
                        row.getObject("source_id", UUID.class),
                        row.getString("author"),
                        row.getInt("mentions")))
            .list(),
        new HashMap<>());
  }

  private void weigh(List<Held> held, Map<Long, Assessed> known) {
    List<Long> missing =
        held.stream().map(Held::lead).filter(lead -> !known.containsKey(lead)).toList();
    if (!missing.isEmpty()) {
      assessments.find(missing).forEach(one -> known.put(one.mention().id(), one));
    }
    Map<Long, History> histories = histories(held);
    WatchSet watched = words.set();
    List<Long> cases = new ArrayList<>();
    List<Integer> scores = new ArrayList<>();
    List<String> signals = new ArrayList<>();
    for (Held one : held) {
      Assessed lead = known.get(one.lead());
      if (lead != null) {
        List<Signal> found =
            Signals.of(known(one, lead, histories.getOrDefault(one.id(), History.NONE), watched));
        cases.add(one.id());
        scores.add(Signals.score(found));
        signals.add(SignalLines.written(found));
      }
    }
    if (!cases.isEmpty()) {
      jdbc.sql(KEEP)
          .param("cases", cases.toArray(Long[]::new))
          .param("scores", scores.toArray(Integer[]::new))
          .param("signals", signals.toArray(String[]::new))
          .param("least", Signals.WORTH_A_LOOK)
          .update();
    }
  }

  private static Signals.Known known(Held one, Assessed lead, History history, WatchSet watched) {
    return new Signals.Known(
        lead.mention().text(),
        watched.size() == 0 ? List.of() : watched.match(lead.mention().asPost()),
        lead.assessment().offensive(),
        one.mentions(),
        history.posts(),
        history.negative(),
        history.urgent());
  }

  /** Of each case's writer, what else they wrote at that source: of two hundred posts at most. */
  private Map<Long, History> histories(Collection<Held> held) {
    List<Held> named =
        held.stream().filter(one -> one.author() != null && !one.author().isBlank()).toList();
    Map<Long, History> found = new HashMap<>();
    if (named.isEmpty()) {
      return found;
    }
    readByIndex();
    jdbc.sql(
            """
            select w.case_id, h.posts, h.negative, h.urgent
            from unnest(:cases::bigint[], :sources::uuid[], :authors::text[])
              as w (case_id, source, author)
            cross join lateral (
              select count(*) as posts, count(*) filter (where sentiment = 'NEGATIVE') as negative,
                count(*) filter (where urgency in ('HIGH', 'CRITICAL')) as urgent
              from (select c.sentiment, c.urgency from inbox_case c
                where c.source_id = w.source and c.author = w.author and length(c.author) <= 200
                  and c.id <> w.case_id limit 200) latest) h
            """)
        .param("cases", named.stream().map(Held::id).toArray(Long[]::new))
        .param("sources", named.stream().map(Held::source).toArray(UUID[]::new))
        .param("authors", named.stream().map(Held::author).toArray(String[]::new))
        .query(
            row -> {
              found.put(
                  row.getLong("case_id"),
                  new History(row.getInt("posts"), row.getInt("negative"), row.getInt("urgent")));
            });
    return found;
  }

  /** As in {@link CaseLists}: the planner doesn't know how few rows are one organization's. */
  private void readByIndex() {
    jdbc.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
  }
}
