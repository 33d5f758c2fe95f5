package org.bedside.inbox.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.Replies;
import org.bedside.listening.Mention;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Post;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcReplies implements Replies {

  private final JdbcClient jdbc;
  private final Originals originals;
  private final ReplyPolicy policy;
  private final ReplyPictures pictures;
  private final CaseLog log;
  private final CaseDues dues;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcReplies(
      JdbcClient jdbc,
      Originals originals,
      ReplyPolicy policy,
      ReplyPictures pictures,
      CaseLog log,
      CaseDues dues,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.originals = originals;
    this.policy = policy;
    this.pictures = pictures;
    this.log = log;
    this.dues = dues;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Verdict review(long caseId, String text) {
    return policy.review(text, original(caseId));
  }

  @Override
  @Transactional
  public void keepDraft(long caseId, String text, SignedIn by) {
    Mention lead = originals.of(caseId).mention();
    Verdict verdict = policy.review(text, lead.asPost());
    keep(caseId, lead.id(), text, verdict, by);
  }

  @Override
  @Transactional
  public void dropDraft(long caseId, SignedIn by) {
    jdbc.sql("delete from reply where case_id = :case and by_id = :by and state = 'DRAFT'")
        .param("case", caseId)
        .param("by", by.id())
        .update();
  }

  @Override
  @Transactional
  public ReplyPolicy.Decision markPosted(
      long caseId, String text, @Nullable String overrideReason, SignedIn by) {
    Mention lead = originals.of(caseId).mention();
    ReplyPolicy.Decision decision = policy.decide(text, lead.asPost(), overrideReason, by);
    keep(caseId, lead.id(), text, decision.verdict(), by);
    Optional<Verdict> blocked = pictures.disclosing(caseId, by.id(), lead.asPost());
    if (blocked.isPresent()) {
      return new ReplyPolicy.Decision.Rejected(blocked.get(), "reply.picture-blocked");
    }
    if (decision instanceof ReplyPolicy.Decision.Allowed allowed) {
      post(caseId, allowed, by);
    }
    return decision;
  }

  private void post(long caseId, ReplyPolicy.Decision.Allowed allowed, SignedIn by) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            update reply set state = 'POSTED', posted_at = :now, changed_at = :now,
              override_reason = :reason
            where case_id = :case and by_id = :by and state = 'DRAFT'
            """)
        .param("now", now)
        .param("reason", allowed.overrideReason())
        .param("case", caseId)
        .param("by", by.id())
        .update();
    dues.answered(caseId, now);
    boolean overridden = allowed.overrideReason() != null;
    log.record(
        caseId,
        overridden ? CaseEvent.Kind.REPLY_OVERRIDDEN : CaseEvent.Kind.REPLY_POSTED,
        overridden ? String.valueOf(allowed.overrideReason()) : "",
        by);
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            overridden ? "inbox.reply-overridden" : "inbox.reply-posted",
            "case:" + caseId,
            Map.of(
                "verdict",
                allowed.verdict().decision().name(),
                "reason",
                overridden ? String.valueOf(allowed.overrideReason()) : "",
                "rules",
                String.join(
                    ", ",
                    allowed.verdict().findings().stream()
                        .map(Verdict.Finding::rule)
                        .distinct()
                        .toList()))));
    events.publishEvent(new CasesChanged(CurrentOrganization.get(), List.of(), List.of(caseId)));
  }

  private void keep(long caseId, long mention, String text, Verdict verdict, SignedIn by) {
    jdbc.sql(
            """
            insert into reply (organization_id, case_id, mention_id, state, text, verdict, by_id,
              by_name, changed_at)
            values (current_organization(), :case, :mention, 'DRAFT', :text, :verdict, :by, :name,
              :now)
            on conflict (case_id, by_id) where state = 'DRAFT' do update
              set mention_id = excluded.mention_id, text = excluded.text, verdict = excluded.verdict, changed_at = excluded.changed_at
            """)
        .param("case", caseId)
        .param("mention", mention)
        .param("text", text.replace('\u0000', ' '))
        .param("verdict", verdict.decision().name())
        .param("by", by.id())
        .param("name", by.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Post original(long caseId) {
    return originals.of(caseId).mention().asPost();
  }
}
