package org.bedside.inbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.inbox.Joins;
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

  private final JdbcClient jdbc;
  private final Stories stories;
  private final CaseMerging merging;

  CaseStories(JdbcClient jdbc, Stories stories, CaseMerging merging) {
    this.jdbc = jdbc;
    this.stories = stories;
    this.merging = merging;
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
    return away.isEmpty() ? Set.of() : merging.leave(away);
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
    List<CaseMerging.Move> moves = new ArrayList<>();
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
              moves.add(
                  new CaseMerging.Move(
                      held.caseId(), target.get().caseId(), Joins.Why.STORY, story));
            }
          }
        });
    if (!moves.isEmpty()) {
      merging.merge(moves);
    }
    return moves.stream().map(CaseMerging.Move::target).collect(Collectors.toSet());
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
}
