package org.bedside.inbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.listening.Conversations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers that were heard before the post that they answer, as streams and older posts bring them.
 */
@Component
class EarlyAnswers {

  /**
   * In a case of its own, with whatever has joined it, or in one of its writer, where it would not
   * be had the post been heard first. Nobody has worked on either.
   */
  private static final String MOVABLE =
      """
      select cm.mention_id, cm.case_id, own.id as own
      from case_mention cm join inbox_case c on c.id = cm.case_id
      join inbox_case own on own.lead_mention = cm.mention_id
      where cm.mention_id = any(:mentions) and not cm.parted and c.state = 'OPEN'
        and (c.id = own.id or cm.joined_for = 'AUTHOR') and c.assignee is null
        and not exists (select from case_event e where e.case_id = c.id and e.by_id is not null)
        and not exists (select from reply r where r.case_id = c.id)
      """;

  private final JdbcClient jdbc;
  private final Conversations conversations;

  EarlyAnswers(JdbcClient jdbc, Conversations conversations) {
    this.jdbc = jdbc;
    this.conversations = conversations;
  }

  /**
   * An answer that can move.
   *
   * @param in the case that it is in
   * @param own the case that it opened; the same, unless it has joined another
   */
  record Early(long mention, long in, long own) {}

  /** Those that answer each of the mentions; of mentions without any, nothing. */
  Map<Long, List<Early>> to(Collection<Long> mentions) {
    Map<Long, List<Long>> answers = conversations.answersTo(mentions);
    if (answers.isEmpty()) {
      return Map.of();
    }
    Map<Long, Early> movable = new HashMap<>();
    jdbc.sql(MOVABLE)
        .param(
            "mentions",
            answers.values().stream().flatMap(List::stream).distinct().toArray(Long[]::new))
        .query((row, i) -> new Early(row.getLong(1), row.getLong(2), row.getLong(3)))
        .list()
        .forEach(early -> movable.put(early.mention(), early));
    Map<Long, List<Early>> found = new HashMap<>();
    answers.forEach(
        (post, all) -> {
          List<Early> these = new ArrayList<>();
          for (long answer : all) {
            Early early = movable.get(answer);
            if (early != null) {
              these.add(early);
            }
          }
          if (!these.isEmpty()) {
            found.put(post, these);
          }
        });
    return found;
  }
}
