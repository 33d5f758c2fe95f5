package org.bedside.inbox.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.Joins;
import org.bedside.inbox.StaleCaseException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcJoins implements Joins {

  private final JdbcClient jdbc;
  private final CaseStories stories;
  private final CaseMerging merging;
  private final CaseDues dues;
  private final CaseLog log;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcJoins(
      JdbcClient jdbc,
      CaseStories stories,
      CaseMerging merging,
      CaseDues dues,
      CaseLog log,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.stories = stories;
    this.merging = merging;
    this.dues = dues;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, Why> of(long caseId) {
    Map<Long, Why> found = new HashMap<>();
    jdbc.sql(
            """
            select m.mention_id, m.story_id, m.joined_for from case_mention m
            join inbox_case own on own.lead_mention = m.mention_id and own.merged_into = m.case_id
            where m.case_id = :case
            """)
        .param("case", caseId)
        .query(
            row -> {
              String why = row.getString("joined_for");
              found.put(
                  row.getLong("mention_id"),
                  why != null
                      ? Why.valueOf(why)
                      : row.getObject("story_id") != null ? Why.STORY : Why.PERSON);
            });
    return found;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> partsOf(long caseId) {
    return jdbc.sql("select id from inbox_case where merged_into = :case order by id")
        .param("case", caseId)
        .query((row, i) -> row.getLong(1))
        .list();
  }

  @Override
  @Transactional
  public long part(long caseId, int version, long mention, SignedIn by) {
    stories.oneAtATime();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int left =
        jdbc.sql(
                """
                update inbox_case set version = version + 1, changed_at = :now
                where id = :id and version = :version and state <> 'MERGED'
                """)
            .param("id", caseId)
            .param("version", version)
            .param("now", now)
            .update();
    long own =
        jdbc.sql(
                """
                update inbox_case set state = 'OPEN', merged_into = null, changed_at = :now,
                  version = version + 1
                where lead_mention = :mention and merged_into = :case returning id
                """)
            .param("mention", mention)
            .param("case", caseId)
            .param("now", now)
            .query(Long.class)
            .optional()
            .orElseThrow(StaleCaseException::new);
    if (left == 0) {
      throw new StaleCaseException();
    }
    jdbc.sql(
            """
            update case_mention set case_id = :own, story_id = null, joined_for = null, parted = true
            where mention_id = :mention
            """)
        .param("own", own)
        .param("mention", mention)
        .update();
    merging.count(List.of(own, caseId));
    dues.refresh(List.of(own, caseId));
    log.record(caseId, CaseEvent.Kind.PARTED, Long.toString(own), "", by);
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "inbox.parted",
            "case:" + caseId,
            Map.of("value", Long.toString(own))));
    events.publishEvent(
        new CasesChanged(CurrentOrganization.get(), List.of(), List.of(own, caseId)));
    return own;
  }
}
