package org.bedside.approvals.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Approvals.View;
import org.bedside.approvals.Ending;
import org.bedside.approvals.Given;
import org.bedside.approvals.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcApprovalRequests implements Requests {

  private final JdbcClient jdbc;
  private final ApprovalRows rows;
  private final ApprovalWriter writer;

  JdbcApprovalRequests(JdbcClient jdbc, ApprovalRows rows, ApprovalWriter writer) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.writer = writer;
  }

  @Override
  public void add(ApprovalRequest request) {
    writer.add(request);
  }

  @Override
  public Optional<ApprovalRequest> find(UUID id) {
    return rows.load("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** The lock is a query of its own: what is read after it is what others have committed. */
  @Override
  public Optional<ApprovalRequest> lock(UUID id) {
    jdbc.sql("select 1 from approval_request where id = :id for update")
        .param("id", id)
        .query(Integer.class)
        .optional();
    return find(id);
  }

  @Override
  public List<ApprovalRequest> ofSubject(String kind, String id) {
    return rows.load(
        "where subject_kind = :kind and subject_id = :id order by asked_at desc, id",
        Map.of("kind", kind, "id", id));
  }

  @Override
  public List<ApprovalRequest> liveOf(String kind, String id) {
    return locked(
        """
        select id from approval_request
        where subject_kind = :kind and subject_id = :id
          and (outcome is null or outcome = 'APPROVED')
        order by id for update
        """,
        Map.of("kind", kind, "id", id));
  }

  @Override
  public List<ApprovalRequest> takeDue(Instant now, int most) {
    return locked(
        """
        select id from approval_request where outcome is null and look_at <= :now
        order by look_at limit :most for update skip locked
        """,
        Map.of("now", utc(now), "most", most));
  }

  private List<ApprovalRequest> locked(String which, Map<String, ?> values) {
    List<UUID> ids =
        jdbc.sql(which).params(values).query((row, i) -> row.getObject(1, UUID.class)).list();
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .filter(
            request ->
                request.isOpen() || request.isApproved()) // ended while this waited for the lock
        .toList();
  }

  @Override
  public List<ApprovalRequest> list(View view, UUID member, int most) {
    String which =
        switch (view) {
          case WAITING ->
              """
              where outcome is null and exists (select from approval_turn t
                where t.request_id = r.id and t.member_id = :member and t.waiting)
              order by deadline, id limit :most
              """;
          case ASKED ->
              """
              where asked_by = :member or author = :member
              order by outcome is not null, asked_at desc, id limit :most
              """;
          case DECIDED ->
              """
              where outcome is not null and exists (select from approval_decision d
                where d.request_id = r.id and d.member_id = :member)
              order by ended_at desc, id limit :most
              """;
          case ENDED -> "where outcome is not null order by ended_at desc, id limit :most";
          case STUCK -> "where outcome is null and stuck order by deadline, id limit :most";
        };
    return rows.load(which, Map.of("member", member, "most", most));
  }

  @Override
  public long waitingFor(UUID member) {
    return jdbc.sql("select count(*) from approval_turn where member_id = :member and waiting")
        .param("member", member)
        .query(Long.class)
        .single();
  }

  @Override
  public void give(UUID request, Given given) {
    writer.give(request, given);
  }

  @Override
  public void end(UUID request, Ending ending) {
    writer.end(request, ending);
  }

  @Override
  public void lookAgain(Instant now) {
    jdbc.sql("update approval_request set look_at = :now where outcome is null")
        .param("now", utc(now))
        .update();
  }

  @Override
  public List<Turn> turns(UUID request) {
    return jdbc.sql("select * from approval_turn where request_id = :request")
        .param("request", request)
        .query(
            (row, i) ->
                new Turn(
                    row.getInt("step"),
                    row.getObject("member_id", UUID.class),
                    ApprovalRows.instant(row, "asked_at"),
                    ApprovalRows.instant(row, "remind_at"),
                    row.getBoolean("reminded")))
        .list();
  }

  @Override
  public void ask(UUID request, Turn turn) {
    jdbc.sql(
            """
            insert into approval_turn (request_id, organization_id, step, member_id, asked_at,
              remind_at)
            values (:request, current_organization(), :step, :member, :asked, :remind)
            """)
        .param("request", request)
        .param("step", turn.step())
        .param("member", turn.member())
        .param("asked", utc(turn.askedAt()))
        .param("remind", utc(turn.remindAt()))
        .update();
  }

  @Override
  public void remindedOf(UUID request, Turn turn) {
    jdbc.sql(
            """
            update approval_turn set reminded = true
            where request_id = :request and step = :step and member_id = :member
            """)
        .param("request", request)
        .param("step", turn.step())
        .param("member", turn.member())
        .update();
  }

  @Override
  public void waitFor(UUID request, int step, Set<UUID> members) {
    jdbc.sql(
            """
            update approval_turn set waiting = (step = :step and member_id = any(:members))
            where request_id = :request
              and waiting <> (step = :step and member_id = any(:members))
            """)
        .param("request", request)
        .param("step", step)
        .param("members", members.toArray(UUID[]::new))
        .update();
  }

  @Override
  public boolean see(UUID request, boolean stuck, Instant lookAt) {
    boolean was =
        jdbc.sql("select stuck from approval_request where id = :request")
            .param("request", request)
            .query(Boolean.class)
            .single();
    jdbc.sql("update approval_request set stuck = :stuck, look_at = :look where id = :request")
        .param("stuck", stuck)
        .param("look", utc(lookAt))
        .param("request", request)
        .update();
    return stuck != was;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
