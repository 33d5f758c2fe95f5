package org.bedside.evenhandedness.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.bedside.audit.Auditable;
import org.bedside.evenhandedness.ActRefusedException;
import org.bedside.evenhandedness.ActRefusedException.Why;
import org.bedside.evenhandedness.ActRules;
import org.bedside.evenhandedness.Days;
import org.bedside.evenhandedness.HiddenSpan;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.evenhandedness.StarCount;
import org.bedside.evenhandedness.StarGroup;
import org.bedside.evenhandedness.Stars;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcLedger implements Ledger {

  private static final int MOST_OF_ONE_REVIEW = 1000;

  private final JdbcClient jdbc;
  private final Mentions mentions;
  private final Assessments assessments;
  private final ReviewFacts facts;
  private final StarCounts counts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcLedger(
      JdbcClient jdbc,
      Mentions mentions,
      Assessments assessments,
      ReviewFacts facts,
      StarCounts counts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.mentions = mentions;
    this.assessments = assessments;
    this.facts = facts;
    this.counts = counts;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public LedgerEntry record(
      long mention,
      ModerationAct act,
      ModerationReason reason,
      @Nullable HiddenSpan span,
      SignedIn by) {
    Mention review =
        mentions.find(mention).orElseThrow(() -> new ActRefusedException(Why.NO_SUCH_REVIEW));
    facts.actedOn(review);
    ActRules.check(of(mention), act, reason, span, review.text());
    SentimentLabel sentiment = sentiment(mention);
    Integer stars = Stars.of(review.rating());
    Instant now = clock.instant();
    long id =
        jdbc.sql(
                """
                insert into moderation_entry (organization_id, mention_id, source_name,
                  published_at, act, span_start, span_end, text_version, reason, stars, sentiment,
                  by_id, by_name, at)
                values (current_organization(), :mention, :source, :published, :act, :start, :end,
                  :version, :reason, :stars, :sentiment, :by, :name, :now)
                returning id
                """)
            .param("mention", mention)
            .param("source", review.sourceName())
            .param("published", review.publishedAt().atOffset(ZoneOffset.UTC))
            .param("act", act.name())
            .param("start", span == null ? null : span.start())
            .param("end", span == null ? null : span.end())
            .param("version", review.version())
            .param("reason", reason.name())
            .param("stars", stars)
            .param("sentiment", sentiment == null ? null : sentiment.name())
            .param("by", by.id())
            .param("name", by.name())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "evenhandedness.act-recorded",
            "mention:" + mention,
            Map.of(
                "act",
                act.name(),
                "reason",
                reason.name(),
                "stars",
                stars == null ? "" : stars.toString())));
    return new LedgerEntry(
        id,
        mention,
        review.sourceName(),
        review.publishedAt(),
        act,
        span,
        review.version(),
        reason,
        stars,
        sentiment,
        by.name(),
        now);
  }

  private @Nullable SentimentLabel sentiment(long mention) {
    Optional<Assessed> assessed = assessments.find(mention);
    return assessed.map(one -> one.judgement().sentiment()).orElse(null);
  }

  @Override
  @Transactional(readOnly = true)
  public List<LedgerEntry> of(long mention) {
    return jdbc.sql(EntryColumns.SELECT + "where mention_id = :mention order by id limit :most")
        .param("mention", mention)
        .param("most", MOST_OF_ONE_REVIEW)
        .query(EntryColumns::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<LedgerEntry> list(Filter filter, long before, int limit) {
    StarGroup group = filter.stars();
    ModerationReason reason = filter.reason();
    return jdbc.sql(
            EntryColumns.SELECT
                + """
                where published_at >= :from and published_at < :until and id < :before
                  and (:reason::text is null or reason = :reason)
                  and (:group::text is null or :group = case when stars is null then 'UNRATED'
                    when stars <= 2 then 'LOW' when stars >= 4 then 'HIGH' else 'MIDDLE' end)
                order by id desc limit :limit
                """)
        .param("from", filter.published().from())
        .param("until", filter.published().until())
        .param("before", before)
        .param("reason", reason == null ? null : reason.name())
        .param("group", group == null ? null : group.name())
        .param("limit", limit)
        .query(EntryColumns::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<StarCount> counts(Days published) {
    return counts.of(published);
  }
}
