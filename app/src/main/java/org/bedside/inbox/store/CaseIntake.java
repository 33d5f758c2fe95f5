package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.database.CurrentOrganization;
import org.bedside.inbox.CasesChanged;
import org.bedside.listening.Conversations;
import org.bedside.listening.MentionsMatched;
import org.bedside.listening.MentionsWithdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens a case for each mention that was assessed and keeps it in step, in the very transaction
 * that stores the assessment: a mention is in the inbox exactly when it is assessed.
 */
@Component
class CaseIntake {

  private static final String ROWS =
      """
      from jsonb_to_recordset(:leads::jsonb) as t (lead_mention bigint, priority smallint,
        reason text, reason_detail text, source_id uuid, location_id uuid, sentiment text,
        urgency text, rating numeric, themes text[], watches uuid[], author text, preview text,
        searched text, published_at timestamptz, opened_at timestamptz,
        due_from timestamptz, due_at timestamptz, writer text, post_version int)
      """;

  private static final String OPEN =
      """
      with opened as (
        insert into inbox_case (organization_id, lead_mention, priority, reason, reason_detail,
          source_id, location_id, sentiment, urgency, rating, themes, watches, author, preview,
          search, published_at, opened_at, changed_at, due_from, due_at)
        select current_organization(), lead_mention, priority, reason, reason_detail, source_id,
          location_id, sentiment, urgency, rating, themes, watches, author, preview,
          to_tsvector('simple', searched), published_at, coalesce(opened_at, :now), :now,
          due_from, coalesce(due_at, 'infinity')
      """
          + ROWS
          + """
            on conflict (lead_mention) do nothing
            returning id, lead_mention, organization_id, source_id
          )
          insert into case_mention (mention_id, organization_id, case_id, source_id, writer,
            published_at, post_version)
          select lead_mention, o.organization_id, o.id, o.source_id, n.writer, n.published_at,
            n.post_version
          from opened o join (select t.lead_mention, t.writer, t.published_at, t.post_version
          """
          + ROWS
          + ") n using (lead_mention) returning case_id";

  private static final String KEEP_IN_STEP =
      """
      update inbox_case c set priority = t.priority, reason = t.reason,
        reason_detail = t.reason_detail, location_id = t.location_id, sentiment = t.sentiment,
        urgency = t.urgency, rating = t.rating, themes = t.themes, watches = t.watches,
        author = t.author, preview = t.preview, search = to_tsvector('simple', t.searched),
        lead_mention = t.lead_mention, changed_at = :now, version = version + 1
      """
          + ROWS
          + " where c.id = coalesce(:case, c.id) and c.lead_mention = coalesce(:replaced,"
          + " t.lead_mention) returning c.id";

  private final JdbcClient jdbc;
  private final Assessments assessments;
  private final CaseStories stories;
  private final CaseMerging merging;
  private final CaseThreads threads;
  private final CaseReopening reopening;
  private final CaseDues dues;
  private final Conversations conversations;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseIntake(
      JdbcClient jdbc,
      Assessments assessments,
      CaseStories stories,
      CaseMerging merging,
      CaseThreads threads,
      CaseReopening reopening,
      CaseDues dues,
      Conversations conversations,
      JsonMapper json,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.assessments = assessments;
    this.stories = stories;
    this.merging = merging;
    this.threads = threads;
    this.reopening = reopening;
    this.dues = dues;
    this.conversations = conversations;
    this.json = json;
    this.events = events;
    this.clock = clock;
  }

  /** Before those who listen for mentions that have their case. */
  @EventListener
  @Order(0)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsAssessed event) {
    stories.oneAtATime();
    Map<Long, Long> known = casesOf(event.mentions());
    List<Assessed> fresh = new ArrayList<>();
    List<Assessed> old = new ArrayList<>();
    List<Assessed> again = new ArrayList<>();
    for (Assessed mention : event.mentions()) {
      boolean isKnown = known.containsKey(mention.mention().id());
      (isKnown ? again : mention.mention().fromHistory() ? old : fresh).add(mention);
    }
    List<Assessed> unknown = Stream.concat(fresh.stream(), old.stream()).toList();
    List<Conversations.Part> parts =
        conversations.of(unknown.stream().map(one -> one.mention().id()).toList());
    List<Long> opened = fresh.isEmpty() ? List.of() : open(fresh, parts);
    Set<Long> changed = new LinkedHashSet<>(old.isEmpty() ? List.of() : open(old, parts));
    if (!again.isEmpty()) {
      changed.addAll(keepInStep(again));
      changed.addAll(reopening.edited(again));
    }
    changed.addAll(
        stories.gather(event.mentions().stream().map(one -> one.mention().id()).toList()));
    dues.refresh(changed);
    changed.addAll(threads.gather(unknown, parts));
    publish(opened, List.copyOf(changed));
  }

  /** The cases of these mentions are found by that watch too from now on. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsMatched event) {
    stories.oneAtATime();
    jdbc.sql(
            """
            update inbox_case c set watches = c.watches || :watch::uuid
            where not c.watches @> array[:watch::uuid]
              and (c.lead_mention = any(:mentions) or c.id in
                (select case_id from case_mention where mention_id = any(:mentions)))
            """)
        .param("watch", event.watch())
        .param("mentions", event.mentions().toArray(Long[]::new))
        .update();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(JudgementCorrected event) {
    stories.oneAtATime();
    List<Long> changed = keepInStep(List.of(event.mention()));
    dues.refresh(changed);
    publish(List.of(), changed);
  }

  /** A case whose last mention was deleted at its source goes; another gets a new leading one. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    stories.oneAtATime();
    Long[] gone = event.mentions().toArray(Long[]::new);
    List<Long> touched =
        jdbc.sql("delete from case_mention where mention_id = any(:gone) returning case_id")
            .param("gone", gone)
            .query((row, i) -> row.getLong(1))
            .list();
    jdbc.sql(
            """
            delete from inbox_case c where c.lead_mention = any(:gone)
              and not exists (select from case_mention m where m.case_id = c.id)
            """)
        .param("gone", gone)
        .update();
    record Orphan(long id, long lead, long next) {}
    List<Orphan> orphans =
        jdbc.sql(
                """
                select c.id, c.lead_mention,
                  (select min(m.mention_id) from case_mention m where m.case_id = c.id) as next
                from inbox_case c where c.lead_mention = any(:gone)
                """)
            .param("gone", gone)
            .query((row, i) -> new Orphan(row.getLong(1), row.getLong(2), row.getLong(3)))
            .list();
    for (Orphan orphan : orphans) {
      // The case that the next one had of its own makes room for it.
      jdbc.sql("delete from inbox_case where lead_mention = :next and merged_into = :id")
          .param("next", orphan.next())
          .param("id", orphan.id())
          .update();
      assessments
          .find(orphan.next())
          .ifPresent(next -> update(List.of(next), orphan.id(), orphan.lead()));
    }
    merging.count(touched);
    dues.refresh(touched);
    publish(List.of(), touched.stream().distinct().toList());
  }

  private List<Long> open(List<Assessed> mentions, List<Conversations.Part> parts) {
    CaseDues.Counter counter = dues.counter();
    Map<Long, @Nullable String> writers = new HashMap<>();
    parts.forEach(part -> writers.put(part.mention(), part.writer()));
    return jdbc.sql(OPEN)
        .param(
            "leads",
            json.writeValueAsString(
                mentions.stream()
                    .map(
                        one ->
                            CaseColumns.lead(
                                one, counter.due(one), writers.get(one.mention().id())))
                    .toList()))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, i) -> row.getLong(1))
        .list();
  }

  private List<Long> keepInStep(List<Assessed> mentions) {
    return update(mentions, null, null);
  }

  private List<Long> update(
      List<Assessed> mentions, @Nullable Long caseId, @Nullable Long replaced) {
    return jdbc.sql(KEEP_IN_STEP)
        .param("leads", leads(mentions))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("case", caseId, java.sql.Types.BIGINT)
        .param("replaced", replaced, java.sql.Types.BIGINT)
        .query((row, i) -> row.getLong(1))
        .list();
  }

  private Map<Long, Long> casesOf(List<Assessed> mentions) {
    Map<Long, Long> known = new HashMap<>();
    jdbc.sql("select mention_id, case_id from case_mention where mention_id = any(:ids)")
        .param("ids", mentions.stream().map(one -> one.mention().id()).toArray(Long[]::new))
        .query(
            row -> {
              known.put(row.getLong(1), row.getLong(2));
            });
    return known;
  }

  private String leads(List<Assessed> mentions) {
    return json.writeValueAsString(
        mentions.stream().map(one -> CaseColumns.lead(one, null, null)).toList());
  }

  private void publish(List<Long> opened, List<Long> changed) {
    if (!opened.isEmpty() || !changed.isEmpty()) {
      events.publishEvent(new CasesChanged(CurrentOrganization.get(), opened, changed));
    }
  }
}
