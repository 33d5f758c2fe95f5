package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bedside.listening.Stories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps one case for a story. Every mention has a case of its own; those of a story's later posts
 * are merged into the first one's, as long as nobody has worked on them. What is more urgent than a
 * closed case stays out of it, so that nobody misses it.
 */
@Component
class CaseStories {

  private static final String OF_STORIES =
      """
      select cm.mention_id, cm.case_id, cm.story_id, c.state, c.priority, c.lead_mention, c.mentions,
        c.assignee is null and not exists (select from case_event e where e.case_id = c.id
            and e.by_id is not null)
          and not exists (select from reply r where r.case_id = c.id) as untouched
      from case_mention cm join inbox_case c on c.id = cm.case_id
      where cm.mention_id = any(:mentions) and not cm.parted order by cm.case_id
      """;

  private static final String MERGE =
      """
      with moved (own, target, story) as (
        select * from unnest(:own::bigint[], :targets::bigint[], :stories::bigint[])
      ), closed as (
        update inbox_case c set state = 'MERGED', merged_into = moved.target, changed_at = :now,
          version = version + 1
        from moved where c.id = moved.own
        returning c.id, moved.target, c.priority, c.reason, c.reason_detail, c.watches
      ), joined as (
        update case_mention m set case_id = moved.target, story_id = moved.story
        from moved where m.case_id = moved.own
      ), most as (
        select distinct on (target) target, priority, reason, reason_detail from closed
        order by target, priority desc, id
      ), matched as (
        select target, array_agg(distinct watch) as watches
        from closed cross join unnest(watches) as watch group by target
      )
      update inbox_case c set
        priority = greatest(c.priority, most.priority),
        reason = case when most.priority > c.priority then most.reason else c.reason end,
        reason_detail = case when most.priority > c.priority
          then most.reason_detail else c.reason_detail end,
        watches = array(select unnest(c.watches) union
          select unnest(matched.watches) from matched where matched.target = c.id),
        changed_at = :now,
        version = c.version + case when most.priority > c.priority then 1 else 0 end
      from most where c.id = most.target
      """;

  private static final String LEAVE =
      """
      with gone as (
        select m.mention_id, m.case_id as left_case, own.id as own from case_mention m
        join inbox_case own on own.lead_mention = m.mention_id and own.merged_into = m.case_id
        where m.mention_id = any(:mentions)
      ), opened as (
        update inbox_case c set state = 'OPEN', merged_into = null, changed_at = :now,
          version = version + 1
        from gone where c.id = gone.own
      )
      update case_mention m set case_id = gone.own, story_id = null
      from gone where m.mention_id = gone.mention_id
      returning gone.own, gone.left_case
      """;

  private final JdbcClient jdbc;
  private final Stories stories;
  private final Clock clock;

  CaseStories(JdbcClient jdbc, Stories stories, Clock clock) {
    this.jdbc = jdbc;
    this.stories = stories;
    this.clock = clock;
  }

  private record Held(
      long mention,
      long caseId,
      long story,
      String state,
      int priority,
      long lead,
      int mentions,
      boolean untouched) {}

  /**
   * Two batches with posts of one story would each see no case of the other, and who changes
   * several cases at once could wait for another who does so in another order; so an organization's
   * batches, withdrawals and merges pass here one after the other, each until its transaction ends.
   */
  void oneAtATime() {
    jdbc.sql(
            "select pg_advisory_xact_lock(hashtextextended('cases ' || current_organization(), 0))")
        .query((row, i) -> 1)
        .single();
  }

  /**
   * Brings mentions that have just been assessed to the case of their story, and away from one
   * whose story they no longer tell.
   *
   * @return the cases that changed
   */
  Set<Long> gather(Collection<Long> mentions) {
    Map<Long, Long> told = stories.of(mentions);
    Set<Long> changed = new HashSet<>(leave(mentions, told));
    if (!told.isEmpty()) {
      changed.addAll(join(told));
    }
    return changed;
  }

  private Set<Long> leave(Collection<Long> mentions, Map<Long, Long> told) {
    List<Long> away =
        held(mentions).stream()
            .filter(held -> held.story() != 0)
            .filter(held -> !Long.valueOf(held.story()).equals(told.get(held.mention())))
            .map(Held::mention)
            .toList();
    Set<Long> changed = new HashSet<>();
    if (!away.isEmpty()) {
      jdbc.sql(LEAVE)
          .param("mentions", away.toArray(Long[]::new))
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .query(
              row -> {
                changed.add(row.getLong(1));
                changed.add(row.getLong(2));
              });
      count(changed);
    }
    return changed;
  }

  private Set<Long> join(Map<Long, Long> told) {
    Map<Long, List<Long>> members = stories.mentions(new HashSet<>(told.values()));
    Map<Long, Long> storyOf = new HashMap<>();
    members.forEach((story, all) -> all.forEach(mention -> storyOf.put(mention, story)));
    Map<Long, List<Held>> byStory = new TreeMap<>();
    for (Held held : held(storyOf.keySet())) {
      Long story = storyOf.get(held.mention());
      if (story != null) {
        byStory.computeIfAbsent(story, _ -> new ArrayList<>()).add(held);
      }
    }
    List<Long> own = new ArrayList<>();
    List<Long> targets = new ArrayList<>();
    List<Long> into = new ArrayList<>();
    byStory.forEach(
        (story, all) -> {
          List<Held> staying = new ArrayList<>();
          for (Held held : all) {
            Optional<Held> target =
                staying.stream()
                    .filter(one -> one.caseId() == held.caseId() || movesInto(held, one))
                    .findFirst();
            if (target.isEmpty()) {
              staying.add(held);
            } else if (target.get().caseId() != held.caseId()) {
              own.add(held.caseId());
              targets.add(target.get().caseId());
              into.add(story);
            }
          }
        });
    if (!own.isEmpty()) {
      jdbc.sql(MERGE)
          .param("own", own.toArray(Long[]::new))
          .param("targets", targets.toArray(Long[]::new))
          .param("stories", into.toArray(Long[]::new))
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
      count(targets);
    }
    return new HashSet<>(targets);
  }

  private static boolean movesInto(Held held, Held target) {
    return held.state().equals("OPEN")
        && held.untouched()
        && held.mentions() == 1
        && held.lead() == held.mention()
        && (target.state().equals("OPEN") || held.priority() <= target.priority());
  }

  private List<Held> held(Collection<Long> mentions) {
    return jdbc.sql(OF_STORIES)
        .param("mentions", mentions.toArray(Long[]::new))
        .query(
            (row, i) ->
                new Held(
                    row.getLong("mention_id"),
                    row.getLong("case_id"),
                    row.getLong("story_id"),
                    row.getString("state"),
                    row.getInt("priority"),
                    row.getLong("lead_mention"),
                    row.getInt("mentions"),
                    row.getBoolean("untouched")))
        .list();
  }

  /** Counts anew what these cases join. */
  void count(Collection<Long> cases) {
    jdbc.sql(
            """
            update inbox_case c set mentions = greatest(1, t.mentions),
              sources = greatest(1, t.sources)
            from (select m.case_id, count(*) as mentions, count(distinct m.source_id) as sources
              from case_mention m where m.case_id = any(:ids) group by m.case_id) t
            where c.id = t.case_id
            """)
        .param("ids", cases.stream().sorted().toArray(Long[]::new))
        .update();
  }
}
