package org.bedside.inbox.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.assessment.Assessments;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Organizations;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.CasePage;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Cases;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.InboxFilter;
import org.bedside.inbox.Joins;
import org.bedside.inbox.Notes;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.StaleCaseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcCases implements Cases {

  private final JdbcClient jdbc;
  private final CaseLists lists;
  private final Assessments assessments;
  private final CaseLog log;
  private final CaseStories stories;
  private final CaseMerging merging;
  private final CaseDues dues;
  private final Notes notes;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcCases(
      JdbcClient jdbc,
      CaseLists lists,
      Assessments assessments,
      CaseLog log,
      CaseStories stories,
      CaseMerging merging,
      CaseDues dues,
      Notes notes,
      Organizations organizations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.assessments = assessments;
    this.log = log;
    this.stories = stories;
    this.merging = merging;
    this.dues = dues;
    this.notes = notes;
    this.organizations = organizations;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public CasePage list(InboxFilter filter, @Nullable String after, int limit) {
    CaseQuery query = query(filter);
    if (after != null) {
      query.after(after);
    }
    List<CaseRow> rows = lists.rows(query, limit + 1);
    return rows.size() <= limit
        ? new CasePage(rows, null)
        : new CasePage(rows.subList(0, limit), CaseQuery.next(rows.get(limit - 1)));
  }

  @Override
  @Transactional(readOnly = true)
  public int count(InboxFilter filter, int most) {
    return lists.count(query(filter), most);
  }

  private CaseQuery query(InboxFilter filter) {
    Instant now = clock.instant();
    ZoneId zone = organizations.current().zone();
    return new CaseQuery(
        filter, now, LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<CaseFile> find(long id, SignedIn reader) {
    return row(id)
        .map(
            row ->
                new CaseFile(
                    row,
                    assessments.find(
                        jdbc.sql(
                                """
                                select mention_id from case_mention where case_id = :id
                                order by mention_id <> :lead, mention_id limit 200
                                """)
                            .param("id", row.id())
                            .param("lead", row.leadMention())
                            .query((found, i) -> found.getLong(1))
                            .list()),
                    log.events(row.id()),
                    log.replies(row.id(), reader)));
  }

  private Optional<CaseRow> row(long id) {
    // In two steps: an id that is computed in the query can't use the index below the wall.
    return jdbc.sql(
            "select case when state = 'MERGED' then merged_into else id end from inbox_case"
                + " where id = :id")
        .param("id", id)
        .query(Long.class)
        .optional()
        .flatMap(
            shown ->
                jdbc.sql(CaseColumns.SELECT + " where c.id = :id")
                    .param("id", shown)
                    .query(CaseColumns::row)
                    .optional());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Long> ofMention(long mention) {
    return jdbc.sql("select case_id from case_mention where mention_id = :mention")
        .param("mention", mention)
        .query(Long.class)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Long> ofReply(long reply) {
    return jdbc.sql("select case_id from reply where id = :reply")
        .param("reply", reply)
        .query(Long.class)
        .optional();
  }

  @Override
  @Transactional
  public void assign(
      long id, int version, @Nullable UUID assignee, String assigneeName, SignedIn by) {
    String was = log.last(id, List.of(CaseEvent.Kind.ASSIGNED, CaseEvent.Kind.UNASSIGNED));
    require(
        jdbc.sql("update inbox_case set assignee = :assignee" + STEP)
            .param("assignee", assignee, java.sql.Types.OTHER)
            .param("id", id)
            .param("version", version)
            .param("now", now())
            .update());
    record(
        id,
        assignee == null ? CaseEvent.Kind.UNASSIGNED : CaseEvent.Kind.ASSIGNED,
        assigneeName,
        was,
        by);
  }

  @Override
  @Transactional
  public void note(long id, String text, SignedIn by) {
    notes.add(id, text, List.of(), by);
  }

  @Override
  @Transactional
  public void close(long id, int version, Outcome outcome, SignedIn by) {
    OffsetDateTime now = now();
    require(
        jdbc.sql(
                "update inbox_case set state = 'CLOSED', outcome = :outcome, closed_at = :now"
                    + STEP
                    + " and state = 'OPEN'")
            .param("outcome", outcome.name())
            .param("id", id)
            .param("version", version)
            .param("now", now)
            .update());
    if (outcome.isAnswer()) {
      dues.answered(id, now);
    }
    record(id, CaseEvent.Kind.CLOSED, outcome.name(), "", by);
  }

  @Override
  @Transactional
  public void reopen(long id, int version, SignedIn by) {
    String was = log.last(id, List.of(CaseEvent.Kind.CLOSED));
    dues.unanswered(id);
    require(
        jdbc.sql(
                "update inbox_case set state = 'OPEN', outcome = null, closed_at = null"
                    + STEP
                    + " and state = 'CLOSED'")
            .param("id", id)
            .param("version", version)
            .param("now", now())
            .update());
    dues.refresh(List.of(id));
    record(id, CaseEvent.Kind.REOPENED, "", was, by);
  }

  @Override
  @Transactional
  public void merge(long id, int version, long into, SignedIn by) {
    if (id == into) {
      throw new IllegalArgumentException("a case can't be merged into itself");
    }
    stories.oneAtATime();
    List<Long> there =
        jdbc.sql(
                """
                select id from inbox_case
                where (id = :id and version = :version or id = :into) and state <> 'MERGED'
                order by id for update
                """)
            .param("id", id)
            .param("version", version)
            .param("into", into)
            .query((row, i) -> row.getLong(1))
            .list();
    if (there.size() != 2) {
      throw new StaleCaseException();
    }
    merging.merge(List.of(new CaseMerging.Move(id, into, Joins.Why.PERSON, null)));
    dues.refresh(List.of(into));
    record(into, CaseEvent.Kind.MERGED, Long.toString(id), "", by);
    events.publishEvent(new CasesChanged(CurrentOrganization.get(), List.of(), List.of(id)));
  }

  private static final String STEP =
      ", version = version + 1, changed_at = :now where id = :id and version = :version";

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static void require(int updated) {
    if (updated == 0) {
      throw new StaleCaseException();
    }
  }

  private void record(long id, CaseEvent.Kind kind, String text, String was, SignedIn by) {
    log.record(id, kind, text, was, by);
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "inbox." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            "case:" + id,
            Map.of("value", text)));
    events.publishEvent(new CasesChanged(CurrentOrganization.get(), List.of(), List.of(id)));
  }
}
