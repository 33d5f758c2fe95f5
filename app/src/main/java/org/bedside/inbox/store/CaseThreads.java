package org.bedside.inbox.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.assessment.Assessed;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.Joins;
import org.bedside.inbox.store.EarlyAnswers.Early;
import org.bedside.listening.Conversations;
import org.bedside.listening.Mention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings what one account writes, and what is written below a post, into one case. Every mention
 * has a case of its own; it is merged into the older one as long as nobody has worked on it. Call
 * under {@link CaseStories#oneAtATime}.
 */
@Component
class CaseThreads {

  private static final String OWN =
      """
      select cm.mention_id, cm.case_id from case_mention cm join inbox_case c on c.id = cm.case_id
      where cm.mention_id = any(:mentions) and c.lead_mention = cm.mention_id and c.state = 'OPEN'
        and c.mentions = 1 and not cm.parted and c.assignee is null
        and not exists (select from case_event e where e.case_id = c.id and e.by_id is not null)
        and not exists (select from reply r where r.case_id = c.id)
      """;

  private final JdbcClient jdbc;
  private final CaseMerging merging;
  private final WritersCases writers;
  private final EarlyAnswers earlyAnswers;
  private final CaseReopening reopening;
  private final CaseLog log;

  CaseThreads(
      JdbcClient jdbc,
      CaseMerging merging,
      WritersCases writers,
      EarlyAnswers earlyAnswers,
      CaseReopening reopening,
      CaseLog log) {
    this.jdbc = jdbc;
    this.merging = merging;
    this.writers = writers;
    this.earlyAnswers = earlyAnswers;
    this.reopening = reopening;
    this.log = log;
  }

  /**
   * Joins mentions that have just got a case of their own.
   *
   * @param parts what is known of each
   * @return the cases that changed
   */
  Set<Long> gather(List<Assessed> mentions, List<Conversations.Part> parts) {
    Map<Long, Conversations.Part> known = new TreeMap<>();
    parts.stream()
        .filter(part -> part.writer() != null || part.answers() != null)
        .forEach(part -> known.put(part.mention(), part));
    Map<Long, List<Early>> early =
        earlyAnswers.to(parts.stream().map(Conversations.Part::mention).toList());
    if (known.isEmpty() && early.isEmpty()) {
      return Set.of();
    }
    Map<Long, Mention> all =
        mentions.stream()
            .map(Assessed::mention)
            .collect(Collectors.toMap(Mention::id, mention -> mention, (a, _) -> a));
    CaseMoves moves = new CaseMoves();
    toOlder(known, early, all, moves);
    Set<Long> changed = new HashSet<>(answersFollow(early, all, moves));
    if (!moves.all().isEmpty()) {
      changed.addAll(join(moves.all()));
    }
    return changed;
  }

  private void toOlder(
      Map<Long, Conversations.Part> known,
      Map<Long, List<Early>> early,
      Map<Long, Mention> all,
      CaseMoves moves) {
    Map<Long, Long> own = pairs(OWN, known.keySet());
    Collection<Conversations.Part> parts = known.values();
    Map<Long, Long> answered =
        casesOf(parts.stream().map(Conversations.Part::answers).filter(Objects::nonNull).toList());
    Map<String, List<WritersCases.Candidate>> byWriter =
        writers.of(
            parts.stream().map(Conversations.Part::writer).filter(Objects::nonNull).toList());
    known.forEach(
        (id, part) -> {
          Long from = own.get(id);
          Mention mention = all.get(id);
          if (from == null || mention == null) {
            return;
          }
          Long parent = part.answers() == null ? null : answered.get(part.answers());
          if (parent != null) {
            moves.add(from, parent, Joins.Why.ANSWERS, !mention.fromHistory());
          } else if (part.writer() != null) {
            WritersCases.latest(
                    byWriter.getOrDefault(part.writer(), List.of()),
                    mention,
                    early.getOrDefault(id, List.of()))
                .ifPresent(
                    theirs -> moves.add(from, theirs, Joins.Why.AUTHOR, !mention.fromHistory()));
          }
        });
  }

  /**
   * What answers a mention and was heard before it comes to its case now.
   *
   * @return the cases that they left for that
   */
  private Set<Long> answersFollow(
      Map<Long, List<Early>> early, Map<Long, Mention> all, CaseMoves moves) {
    Map<Long, Long> answered = casesOf(early.keySet());
    Set<Long> leaving = new HashSet<>();
    for (Map.Entry<Long, List<Early>> one : new TreeMap<>(early).entrySet()) {
      Long target = answered.get(one.getKey());
      Mention mention = all.get(one.getKey());
      if (target == null || mention == null) {
        continue;
      }
      for (Early answer : one.getValue()) {
        if (answer.in() != moves.end(target)
            && moves.add(answer.own(), target, Joins.Why.ANSWERS, !mention.fromHistory())
            && answer.in() != answer.own()) {
          leaving.add(answer.mention());
        }
      }
    }
    return leaving.isEmpty() ? Set.of() : merging.leave(leaving);
  }

  private Set<Long> join(List<CaseMoves.Move> moves) {
    merging.merge(
        moves.stream()
            .map(move -> new CaseMerging.Move(move.own(), move.target(), move.why(), null))
            .toList());
    Set<Long> targets = moves.stream().map(CaseMoves.Move::target).collect(Collectors.toSet());
    for (CaseMoves.Move move : moves) {
      log.record(move.target(), CaseEvent.Kind.JOINED, move.why().name(), "", null);
    }
    Map<Long, String> fresh = new TreeMap<>();
    moves.stream()
        .filter(CaseMoves.Move::fresh)
        .forEach(move -> fresh.putIfAbsent(move.target(), move.why().name()));
    reopening.comeBack(fresh);
    return new HashSet<>(targets);
  }

  private Map<Long, Long> casesOf(Collection<Long> mentions) {
    return mentions.isEmpty()
        ? Map.of()
        : pairs(
            "select mention_id, case_id from case_mention where mention_id = any(:mentions)",
            mentions);
  }

  private Map<Long, Long> pairs(String sql, Collection<Long> mentions) {
    Map<Long, Long> found = new HashMap<>();
    jdbc.sql(sql)
        .param("mentions", mentions.toArray(Long[]::new))
        .query(
            row -> {
              found.put(row.getLong(1), row.getLong(2));
            });
    return found;
  }
}
