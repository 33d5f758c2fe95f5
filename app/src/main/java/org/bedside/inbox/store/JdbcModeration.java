package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Cases;
import org.bedside.inbox.Moderation;
import org.bedside.inbox.PostReported;
import org.bedside.inbox.Signals;
import org.bedside.inbox.StaleCaseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcModeration implements Moderation {

  private static final int WEIGHED_AGAIN = 500;

  /** In the order of its index, a page of it read and no more. */
  static final String PAGE =
      """
      select c.id, c.attention from inbox_case c
      where c.state = 'OPEN' and c.attention is not null
        and (c.attention, c.published_at, c.id) < (:score::smallint, :published, :id)
      order by c.attention desc, c.published_at desc, c.id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final Cases cases;
  private final CaseMarks marks;
  private final Weighing weighing;
  private final Members members;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcModeration(
      JdbcClient jdbc,
      Cases cases,
      CaseMarks marks,
      Weighing weighing,
      Members members,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.marks = marks;
    this.weighing = weighing;
    this.members = members;
    this.events = events;
    this.clock = clock;
  }

  private record After(int score, Instant published, long id) {
    static final After NOTHING =
        new After(Short.MAX_VALUE, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    static After read(@Nullable String token) {
      String[] parts = token == null ? new String[0] : token.split("_", 3);
      try {
        return parts.length == 3
            ? new After(
                Short.parseShort(parts[0]),
                Instant.ofEpochSecond(
                    Math.floorDiv(Long.parseLong(parts[1]), 1_000_000L),
                    Math.floorMod(Long.parseLong(parts[1]), 1_000_000L) * 1_000L),
                Long.parseLong(parts[2]))
            : NOTHING;
      } catch (NumberFormatException | java.time.DateTimeException e) {
        return NOTHING;
      }
    }

    static String of(Item last) {
      Instant at = last.row().publishedAt();
      long micros = at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
      return last.score() + "_" + micros + "_" + last.row().id();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Queue list(@Nullable String after, int limit) {
    After from = After.read(after);
    jdbc.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
    List<Item> items =
        jdbc.sql(
                CaseColumns.SELECT.replace("from inbox_case c", ", found.attention, m.signals")
                    + " from ("
                    + PAGE
                    + """
                    ) found join inbox_case c on c.id = found.id
                    left join inbox_moderation m on m.case_id = c.id
                    order by found.attention desc, c.published_at desc, c.id desc
                    """)
            .param("score", from.score())
            .param("published", from.published().atOffset(ZoneOffset.UTC))
            .param("id", from.id())
            .param("limit", limit + 1)
            .query(JdbcModeration::item)
            .list();
    return items.size() <= limit
        ? new Queue(items, null)
        : new Queue(items.subList(0, limit), After.of(items.get(limit - 1)));
  }

  private static Item item(ResultSet row, int index) throws SQLException {
    CaseRow shown = CaseColumns.row(row, index);
    java.sql.Array signals = row.getArray("signals");
    return new Item(
        shown,
        row.getInt("attention"),
        signals == null ? List.of() : SignalLines.read((String[]) signals.getArray()));
  }

  @Override
  @Transactional(readOnly = true)
  public int waiting(int most) {
    jdbc.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
    return jdbc.sql(
            """
            select count(*) from (select from inbox_case
              where state = 'OPEN' and attention is not null limit :most) waiting
            """)
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional
  public void decide(long id, int version, Decision decision, SignedIn by) {
    switch (decision) {
      case Decision.NothingToDo() -> {
        settle(id, version, "NOTHING", by);
        marks.record(id, CaseEvent.Kind.MODERATED, "", by);
      }
      case Decision.Report(var reason, var note) -> {
        settle(id, version, "REPORTED", by);
        String text = reason.name() + (note.isBlank() ? "" : " " + note.strip());
        marks.record(id, CaseEvent.Kind.REPORTED_TO_NETWORK, text, by);
        events.publishEvent(new PostReported(lead(id), reason, by));
      }
      case Decision.LeaveTo(var member) -> leaveTo(id, version, member, by);
      case Decision.LookAgain() -> lookAgain(id, version);
    }
  }

  private long lead(long id) {
    return jdbc.sql("select lead_mention from inbox_case where id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private void leaveTo(long id, int version, UUID to, SignedIn by) {
    Member member =
        members.find(to).orElseThrow(() -> new IllegalArgumentException("no such member"));
    settle(id, version, "CASE", by);
    cases.assign(id, version + 1, member.id(), member.name(), by);
    marks.record(id, CaseEvent.Kind.LEFT_TO_A_PERSON, member.name(), by);
  }

  private void settle(long id, int version, String decision, SignedIn by) {
    step("attention = null", id, version);
    jdbc.sql(
            """
            update inbox_moderation set decision = :decision, decided_by = :by, decided_at = :now
            where case_id = :id
            """)
        .param("decision", decision)
        .param("by", by.name())
        .param("now", now())
        .param("id", id)
        .update();
  }

  private void lookAgain(long id, int version) {
    jdbc.sql("update inbox_moderation set decision = null where case_id = :id")
        .param("id", id)
        .update();
    step(
        "attention = (select m.score from inbox_moderation m where m.case_id = inbox_case.id"
            + " and m.score >= "
            + Signals.WORTH_A_LOOK
            + ")",
        id,
        version);
  }

  private void step(String change, long id, int version) {
    int rows =
        jdbc.sql(
                "update inbox_case set "
                    + change
                    + ", version = version + 1, changed_at = :now"
                    + " where id = :id and version = :version and state <> 'MERGED'")
            .param("now", now())
            .param("id", id)
            .param("version", version)
            .update();
    if (rows == 0) {
      throw new StaleCaseException();
    }
  }

  @Override
  @Transactional
  public void weighAgain() {
    weighing.again(WEIGHED_AGAIN);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
