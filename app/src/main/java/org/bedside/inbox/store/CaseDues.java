package org.bedside.inbox.store;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.inbox.Priority;
import org.bedside.listening.Conversations;
import org.bedside.targets.Facts;
import org.bedside.targets.TargetPlan;
import org.bedside.targets.Targets;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps by when each case is to be answered. In the caller's transaction. */
@Component
class CaseDues {

  private static final String TO_COUNT =
      """
      select id, urgency, sentiment, rating, priority, reason, preview, source_id, published_at,
        opened_at, coalesce(due_from, opened_at) as due_from
      from inbox_case where id = any(:ids) and state = 'OPEN' and waiting_since is null
      """;

  private final JdbcClient jdbc;
  private final Targets targets;
  private final Conversations conversations;
  private final Clock clock;

  CaseDues(JdbcClient jdbc, Targets targets, Conversations conversations, Clock clock) {
    this.jdbc = jdbc;
    this.targets = targets;
    this.conversations = conversations;
    this.clock = clock;
  }

  /** What counts for the time of one batch. */
  record Counter(TargetPlan plan, Map<UUID, String> networks) {

    /** By when a mention that has just come in is to be answered, or null. */
    @Nullable Instant due(Assessed assessed) {
      Instant from = assessed.mention().receivedAt();
      return assessed.mention().fromHistory() || isOld(assessed.mention().publishedAt(), from)
          ? null
          : plan.due(DueFacts.of(assessed, networks), from).orElse(null);
    }
  }

  Counter counter() {
    return new Counter(targets.current(), conversations.networks());
  }

  private static boolean isOld(Instant published, Instant heard) {
    return published.isBefore(heard.minus(TargetPlan.OLDEST));
  }

  /** Counts these anew, as after a correction; their clocks go on. */
  void refresh(Collection<Long> cases) {
    if (!cases.isEmpty()) {
      count(cases, counter());
    }
  }

  /** Their clocks begin anew now: somebody wrote again, or the case is open again. */
  void restart(Collection<Long> cases) {
    if (cases.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update inbox_case set due_from = greatest(:now, opened_at), waiting_since = null
            where id = any(:ids) and state = 'OPEN'
            """)
        .param("ids", ids(cases))
        .param("now", now())
        .update();
    refresh(cases);
  }

  /** Somebody answered at that time: whether it was in time is settled by the first answer. */
  void answered(long id, OffsetDateTime at) {
    jdbc.sql(
            """
            update inbox_case set
              answered_late = case when answered_at is not null then answered_late
                when due_at < 'infinity' then due_at < :now end,
              answered_at = coalesce(answered_at, :now), waiting_since = :now, due_at = 'infinity'
            where id = :id
            """)
        .param("id", id)
        .param("now", at)
        .update();
  }

  /** The closing of a case was no answer after all, if it was taken for one. */
  void unanswered(long id) {
    jdbc.sql(
            """
            update inbox_case set answered_at = null, answered_late = null, waiting_since = null
            where id = :id and answered_at = closed_at
            """)
        .param("id", id)
        .update();
  }

  private record ToCount(long id, Facts facts, Instant published, Instant opened, Instant from) {}

  void count(Collection<Long> cases, Counter counter) {
    List<Long> counted = new ArrayList<>();
    List<String> dues = new ArrayList<>();
    for (ToCount one : toCount(cases, counter)) {
      boolean old = !one.from().isAfter(one.opened()) && isOld(one.published(), one.from());
      counted.add(one.id());
      dues.add(
          old
              ? "infinity"
              : counter
                  .plan()
                  .due(one.facts(), one.from())
                  .map(Instant::toString)
                  .orElse("infinity"));
    }
    jdbc.sql(
            """
            update inbox_case c set due_at = t.due::timestamptz
            from unnest(:ids::bigint[], :dues::text[]) as t (id, due)
            where c.id = t.id and c.due_at <> t.due::timestamptz
            """)
        .param("ids", counted.toArray(Long[]::new))
        .param("dues", dues.toArray(String[]::new))
        .update();
  }

  private List<ToCount> toCount(Collection<Long> cases, Counter counter) {
    return jdbc.sql(TO_COUNT)
        .param("ids", ids(cases))
        .query(
            (row, i) -> {
              BigDecimal rating = row.getBigDecimal("rating");
              return new ToCount(
                  row.getLong("id"),
                  DueFacts.of(
                      Urgency.Level.valueOf(row.getString("urgency")),
                      SentimentLabel.valueOf(row.getString("sentiment")),
                      rating == null ? null : rating.doubleValue(),
                      new Priority(row.getInt("priority"), row.getString("reason"), ""),
                      row.getString("preview"),
                      counter.networks().getOrDefault(row.getObject("source_id", UUID.class), "")),
                  CaseColumns.instant(row, "published_at"),
                  CaseColumns.instant(row, "opened_at"),
                  CaseColumns.instant(row, "due_from"));
            })
        .list();
  }

  private static Long[] ids(Collection<Long> cases) {
    return cases.stream().sorted().toArray(Long[]::new);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
