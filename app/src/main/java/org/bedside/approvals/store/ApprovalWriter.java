package org.bedside.approvals.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Ending;
import org.bedside.approvals.Fact;
import org.bedside.approvals.Given;
import org.bedside.approvals.Reason;
import org.bedside.approvals.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a request down, what was decided on it, and its end. */
@Component
class ApprovalWriter {

  private final JdbcClient jdbc;

  ApprovalWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ApprovalRequest request) {
    ApprovalRequest.About about = request.about();
    Instant last = about.last();
    jdbc.sql(
            """
            insert into approval_request (id, organization_id, subject_kind, subject_id, title,
              text, text_hash, link, network, author, author_name, last_moment, asked_by,
              asked_by_name, asked_at, deadline, look_at, replaces)
            values (:id, current_organization(), :kind, :subject, :title, :text, :hash, :link,
              :network, :author, :author_name, :last, :by, :by_name, :at, :deadline, :at, :replaces)
            """)
        .param("id", request.id())
        .param("kind", about.kind())
        .param("subject", about.id())
        .param("title", about.title())
        .param("text", about.text())
        .param("hash", about.textHash())
        .param("link", about.link())
        .param("network", about.network(), Types.VARCHAR)
        .param("author", about.author())
        .param("author_name", about.authorName())
        .param("last", last == null ? null : utc(last), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("replaces", about.replaces(), Types.VARCHAR)
        .param("by", request.askedBy())
        .param("by_name", request.askedByName())
        .param("at", utc(request.askedAt()))
        .param("deadline", utc(request.deadline()))
        .update();
    for (int i = 0; i < request.steps().size(); i++) {
      add(request.id(), i, request.steps().get(i));
    }
  }

  private void add(UUID request, int number, Step step) {
    Parties parties = new Parties(step.ask().parties());
    jdbc.sql(
            """
            insert into approval_step (request_id, organization_id, step, rule, parties, names,
              author_may)
            values (:request, current_organization(), :step, :rule, :parties, :names, :author_may)
            """)
        .param("request", request)
        .param("step", number)
        .param("rule", step.ask().rule().name())
        .param("parties", parties.keys())
        .param("names", parties.names())
        .param("author_may", step.authorMay())
        .update();
    List<Reason> because = step.because();
    for (int i = 0; i < because.size(); i++) {
      jdbc.sql(
              """
              insert into approval_reason (request_id, organization_id, step, number, policy_id,
                policy_name, facts)
              values (:request, current_organization(), :step, :number, :policy, :name, :facts)
              """)
          .param("request", request)
          .param("step", number)
          .param("number", i)
          .param("policy", because.get(i).policy())
          .param("name", because.get(i).name())
          .param("facts", because.get(i).facts().stream().map(Fact::written).toArray(String[]::new))
          .update();
    }
  }

  /** Its number is the version that it was given at, so no version has two. */
  void give(UUID request, Given given) {
    jdbc.sql(
            """
            insert into approval_decision (request_id, organization_id, number, step, member_id,
              member_name, decision, comment, at)
            select id, current_organization(), version, :step, :member, :name, :decision, :comment,
              :at from approval_request where id = :request
            """)
        .param("request", request)
        .param("step", given.step())
        .param("member", given.member())
        .param("name", given.name())
        .param("decision", given.decision().name())
        .param("comment", given.comment())
        .param("at", utc(given.at()))
        .update();
    jdbc.sql("update approval_request set version = version + 1 where id = :request")
        .param("request", request)
        .update();
  }

  void end(UUID request, Ending ending) {
    jdbc.sql(
            """
            update approval_request set outcome = :outcome, ended_why = :why, ended_by_name = :name,
              ended_at = :at, stuck = false, version = version + 1
            where id = :request
            """)
        .param("request", request)
        .param("outcome", ending.outcome().name())
        .param("why", ending.why().name())
        .param("name", ending.name())
        .param("at", utc(ending.at()))
        .update();
    jdbc.sql("update approval_turn set waiting = false where request_id = :request")
        .param("request", request)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
