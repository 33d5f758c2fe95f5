package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.inbox.Joins;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place where cases become one, whatever the reason. Everything goes along: mentions, their
 * watches, history with its notes and whom they name, replies and drafts, labels, owner, team, a
 * priority by hand and the clock. Also where the software merges what nobody has touched: between
 * its look and its deed somebody may have.
 *
 * <p>Call under {@link CaseStories#oneAtATime}.
 */
@Component
class CaseMerging {

  /**
   * Owner and team of the case joined into stay; where it has none, those of the other are taken. A
   * priority by hand comes along only where it is more urgent than what counts there, and the
   * earlier of two clocks goes on. A copy of a story raises the version only where it tells
   * something new, so that nobody's page grows stale through one.
   */
  private static final String MERGE =
      """
      with moved (own, target, why, story) as (
        select * from unnest(:own::bigint[], :targets::bigint[], :whys::text[], :stories::bigint[])
      ), closed as (
        update inbox_case c set state = 'MERGED', merged_into = moved.target, changed_at = :now,
          version = version + 1
        from moved where c.id = moved.own
        returning c.id, moved.target, moved.why, c.priority, c.reason, c.reason_detail, c.watches,
          c.labels, c.assignee, c.team_id, c.standing, c.hand_priority, c.hand_over, c.hand_reason,
          c.hand_by, c.due_at, coalesce(c.due_from, c.opened_at) as due_from
      ), followed as (
        update inbox_case c set merged_into = moved.target from moved where c.merged_into = moved.own
      ), held as (
        update case_mention m set case_id = moved.target,
          story_id = coalesce(moved.story, m.story_id),
          joined_for = case when moved.why in ('AUTHOR', 'ANSWERS')
            and m.mention_id = o.lead_mention then moved.why else m.joined_for end
        from moved join inbox_case o on o.id = moved.own where m.case_id = moved.own
      ), happened as (
        update case_event e set case_id = moved.target from moved where e.case_id = moved.own
      ), most as (
        select distinct on (target) target, priority, reason, reason_detail from closed
        order by target, priority desc, id
      ), ranked as (
        select distinct on (target) target, standing, hand_priority, hand_over, hand_reason, hand_by
        from closed where hand_priority is not null order by target, standing desc, id
      ), together as (
        select target, bool_or(why <> 'STORY') as told,
          min(due_from) filter (where due_at < 'infinity') as due_from,
          (array_agg(assignee order by id) filter (where assignee is not null))[1] as assignee,
          (array_agg(team_id order by id) filter (where team_id is not null))[1] as team_id
        from closed group by target
      )
      update inbox_case c set
        priority = greatest(c.priority, most.priority),
        reason = case when most.priority > c.priority then most.reason else c.reason end,
        reason_detail = case when most.priority > c.priority
          then most.reason_detail else c.reason_detail end,
        watches = array(select unnest(c.watches) union
          select unnest(o.watches) from closed o where o.target = c.id),
        labels = array(select unnest(c.labels) union
          select unnest(o.labels) from closed o where o.target = c.id),
        assignee = coalesce(c.assignee, t.assignee),
        team_id = coalesce(c.team_id, t.team_id),
        hand_priority = case when r.standing > c.standing then r.hand_priority
          else c.hand_priority end,
        hand_over = case when r.standing > c.standing
          then greatest(r.hand_over, c.priority, most.priority) else c.hand_over end,
        hand_reason = case when r.standing > c.standing then r.hand_reason else c.hand_reason end,
        hand_by = case when r.standing > c.standing then r.hand_by else c.hand_by end,
        due_from = case when t.due_from is null or c.state <> 'OPEN' or c.waiting_since is not null
            then c.due_from
          when c.due_at = 'infinity' then t.due_from
          else least(coalesce(c.due_from, c.opened_at), t.due_from) end,
        changed_at = :now,
        version = c.version + case when t.told or most.priority > c.priority then 1 else 0 end
      from most join together t using (target) left join ranked r using (target)
      where c.id = most.target
      """;

  /** A person has one draft a case; that of the case joined into stays, else the latest. */
  private static final String DRAFTS =
      """
      with there (case_id, target) as (
        select * from unnest(:own::bigint[], :targets::bigint[])
        union select target, target from unnest(:targets::bigint[]) as target
      ), placed as (
        select r.id, row_number() over (partition by t.target, r.by_id
          order by r.case_id = t.target desc, r.changed_at desc, r.id desc) as place
        from reply r join there t using (case_id) where r.state = 'DRAFT'
      )
      delete from reply r using placed p where r.id = p.id and p.place > 1
      """;

  private static final String REPLIES =
      """
      update reply r set case_id = m.target
      from unnest(:own::bigint[], :targets::bigint[]) as m (own, target) where r.case_id = m.own
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
      update case_mention m set case_id = gone.own, story_id = null, joined_for = null
      from gone where m.mention_id = gone.mention_id
      returning gone.own, gone.left_case
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseMerging(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One case that becomes a part of another.
   *
   * @param story the story for which it does, else null
   */
  record Move(long own, long target, Joins.Why why, @Nullable Long story) {}

  /**
   * Merges; no target may itself move. When the targets are due is for the caller to count anew.
   *
   * @param moves not empty
   */
  void merge(List<Move> moves) {
    Long[] own = moves.stream().map(Move::own).toArray(Long[]::new);
    Long[] targets = moves.stream().map(Move::target).toArray(Long[]::new);
    for (String replies : List.of(DRAFTS, REPLIES)) {
      jdbc.sql(replies).param("own", own).param("targets", targets).update();
    }
    jdbc.sql(MERGE)
        .param("own", own)
        .param("targets", targets)
        .param("whys", moves.stream().map(move -> move.why().name()).toArray(String[]::new))
        .param("stories", moves.stream().map(Move::story).toArray(Long[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    count(moves.stream().map(Move::target).collect(Collectors.toSet()));
  }

  /**
   * Gives mentions that had joined another case their own again.
   *
   * @return the cases that changed
   */
  Set<Long> leave(Collection<Long> mentions) {
    Set<Long> changed = new HashSet<>();
    jdbc.sql(LEAVE)
        .param("mentions", mentions.toArray(Long[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              changed.add(row.getLong(1));
              changed.add(row.getLong(2));
            });
    count(changed);
    return changed;
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
