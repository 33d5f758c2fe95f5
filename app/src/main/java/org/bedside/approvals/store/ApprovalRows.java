package org.bedside.approvals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Decision;
import org.bedside.approvals.Ending;
import org.bedside.approvals.Fact;
import org.bedside.approvals.Given;
import org.bedside.approvals.Outcome;
import org.bedside.approvals.Reason;
import org.bedside.approvals.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads requests with all that belongs to them, in four queries however many they are. */
@Component
class ApprovalRows {

  private final JdbcClient jdbc;

  ApprovalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param tail of the query from {@code where} on
   */
  List<ApprovalRequest> load(String tail, Map<String, ?> values) {
    List<Head> heads =
        jdbc.sql("select * from approval_request r " + tail)
            .params(values)
            .query(ApprovalRows::head)
            .list();
    if (heads.isEmpty()) {
      return List.of();
    }
    UUID[] ids = heads.stream().map(Head::id).toArray(UUID[]::new);
    Map<Place, List<Reason>> reasons = reasons(ids);
    Map<UUID, List<Step>> steps = steps(ids, reasons);
    Map<UUID, List<Given>> given = given(ids);
    return heads.stream()
        .map(
            head ->
                new ApprovalRequest(
                    head.id(),
                    head.about(),
                    head.askedBy(),
                    head.askedByName(),
                    head.askedAt(),
                    head.deadline(),
                    steps.getOrDefault(head.id(), List.of()),
                    given.getOrDefault(head.id(), List.of()),
                    head.version(),
                    head.ending()))
        .toList();
  }

  private record Head(
      UUID id,
      ApprovalRequest.About about,
      UUID askedBy,
      String askedByName,
      Instant askedAt,
      Instant deadline,
      int version,
      @Nullable Ending ending) {}

  private record Place(UUID request, int step) {}

  private static Head head(ResultSet row, int number) throws SQLException {
    OffsetDateTime last = row.getObject("last_moment", OffsetDateTime.class);
    return new Head(
        row.getObject("id", UUID.class),
        new ApprovalRequest.About(
            row.getString("subject_kind"),
            row.getString("subject_id"),
            row.getString("title"),
            row.getString("text"),
            row.getString("text_hash"),
            row.getString("link"),
            row.getString("network"),
            row.getObject("author", UUID.class),
            row.getString("author_name"),
            last == null ? null : last.toInstant(),
            row.getString("replaces")),
        row.getObject("asked_by", UUID.class),
        row.getString("asked_by_name"),
        instant(row, "asked_at"),
        instant(row, "deadline"),
        row.getInt("version"),
        ending(row));
  }

  private static @Nullable Ending ending(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return outcome == null
        ? null
        : new Ending(
            Outcome.valueOf(outcome),
            Ending.Why.valueOf(row.getString("ended_why")),
            row.getString("ended_by_name"),
            instant(row, "ended_at"));
  }

  private Map<Place, List<Reason>> reasons(UUID[] ids) {
    Map<Place, List<Reason>> reasons = new HashMap<>();
    jdbc.sql("select * from approval_reason where request_id = any(:ids) order by step, number")
        .param("ids", ids)
        .query(
            row -> {
              Place place = new Place(row.getObject("request_id", UUID.class), row.getInt("step"));
              String[] facts = (String[]) row.getArray("facts").getArray();
              reasons
                  .computeIfAbsent(place, one -> new ArrayList<>())
                  .add(
                      new Reason(
                          row.getObject("policy_id", UUID.class),
                          row.getString("policy_name"),
                          Arrays.stream(facts).map(Fact::read).toList()));
            });
    return reasons;
  }

  private Map<UUID, List<Step>> steps(UUID[] ids, Map<Place, List<Reason>> reasons) {
    Map<UUID, List<Step>> steps = new HashMap<>();
    jdbc.sql("select * from approval_step where request_id = any(:ids) order by step")
        .param("ids", ids)
        .query(
            row -> {
              UUID request = row.getObject("request_id", UUID.class);
              steps
                  .computeIfAbsent(request, id -> new ArrayList<>())
                  .add(
                      new Step(
                          new Ask(
                              Ask.Rule.valueOf(row.getString("rule")),
                              Parties.read(row, "parties", "names").all()),
                          row.getBoolean("author_may"),
                          reasons.getOrDefault(new Place(request, row.getInt("step")), List.of())));
            });
    return steps;
  }

  private Map<UUID, List<Given>> given(UUID[] ids) {
    Map<UUID, List<Given>> given = new HashMap<>();
    jdbc.sql("select * from approval_decision where request_id = any(:ids) order by number")
        .param("ids", ids)
        .query(
            row -> {
              given
                  .computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
                  .add(
                      new Given(
                          row.getInt("step"),
                          row.getObject("member_id", UUID.class),
                          row.getString("member_name"),
                          Decision.valueOf(row.getString("decision")),
                          row.getString("comment"),
                          instant(row, "at")));
            });
    return given;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
