package org.bedside.inbox.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.assessment.Assessed;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.Joins;
import org.bedside.listening.Conversations;
import org.bedside.listening.Mention;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings what one account writes, and what is written below a post, into one case. Every mention
 * has a case of its own; it is merged into the older one as long as nobody has worked on it. Call
 * under {@link CaseStories#oneAtATime}.
 */
@Component
class CaseThreads {

  /** So long after its last mention a closed case takes a new one of its writer. */
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  /** One who writes all day long would otherwise fill one case that nobody can read. */
  private static final int MOST = 50;

  private static final String OWN =
      """
      select cm.mention_id, cm.case_id from case_mention cm join inbox_case c on c.id = cm.case_id
      where cm.mention_id = any(:mentions) and c.lead_mention = cm.mention_id and c.state = 'OPEN'
        and c.mentions = 1 and not cm.parted and c.assignee is null
        and not exists (select from case_event e where e.case_id = c.id and e.by_id is not null)
        and not exists (select from reply r where r.case_id = c.id)
      """;

  private static final String BY_WRITER =
      """
      select cm.writer, c.id, c.lead_mention, c.state,
        (select max(m.published_at) from case_mention m where m.case_id = c.id) as last
      from case_mention cm join inbox_case c on c.id = cm.case_id
      where cm.writer = any(:writers) and c.lead_mention = cm.mention_id and c.state <> 'MERGED'
        and c.mentions < :most
      """;

  private static final String JOIN =
      """
      with moved (own, target, why) as (
        select * from unnest(:own::bigint[], :targets::bigint[], :whys::text[])
      ), closed as (
        update inbox_case c set state = 'MERGED', merged_into = moved.target, changed_at = :now,
          version = version + 1
        from moved where c.id = moved.own
        returning c.id, moved.target, c.priority, c.reason, c.reason_detail, c.watches
      ), joined as (
        update case_mention m set case_id = moved.target, joined_for = moved.why
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
        changed_at = :now, version = c.version + 1
      from most where c.id = most.target
      """;

  private final JdbcClient jdbc;
  private final CaseStories stories;
  private final CaseReopening reopening;
  private final CaseLog log;
  private final Clock clock;

  CaseThreads(
      JdbcClient jdbc, CaseStories stories, CaseReopening reopening, CaseLog log, Clock clock) {
    this.jdbc = jdbc;
    this.stories = stories;
    this.reopening = reopening;
    this.log = log;
    this.clock = clock;
  }

  private record Move(long own, long target, Joins.Why why, boolean fresh) {}

  private record Candidate(long caseId, long lead, boolean open, @Nullable Instant last) {}

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
    if (known.isEmpty()) {
      return Set.of();
    }
    Map<Long, Long> own = own(known.keySet());
    Map<Long, Long> answered =
        casesOf(parts.stream().map(Conversations.Part::answers).filter(Objects::nonNull).toList());
    Map<String, List<Candidate>> byWriter =
        byWriter(parts.stream().map(Conversations.Part::writer).filter(Objects::nonNull).toList());
    Map<Long, Mention> all =
        mentions.stream()
            .map(Assessed::mention)
            .collect(Collectors.toMap(Mention::id, mention -> mention, (a, _) -> a));
    Map<Long, Long> movedTo = new HashMap<>();
    List<Move> moves = new ArrayList<>();
    known.forEach(
        (id, part) -> {
          Long from = own.get(id);
          Mention mention = all.get(id);
          if (from == null || mention == null) {
            return;
          }
          Long parent = part.answers() == null ? null : answered.get(part.answers());
          Long target = parent;
          if (target == null && part.writer() != null) {
            target = latest(byWriter.getOrDefault(part.writer(), List.of()), mention).orElse(null);
          }
          while (target != null && movedTo.containsKey(target)) {
            target = movedTo.get(target);
          }
          if (target != null && !target.equals(from)) {
            movedTo.put(from, target);
            moves.add(
                new Move(
                    from,
                    target,
                    parent == null ? Joins.Why.AUTHOR : Joins.Why.ANSWERS,
                    !mention.fromHistory()));
          }
        });
    return moves.isEmpty() ? Set.of() : join(settled(moves, movedTo));
  }

  /** What moved to a case that moved itself afterwards goes where that went. */
  private static List<Move> settled(List<Move> moves, Map<Long, Long> movedTo) {
    return moves.stream()
        .map(
            move -> {
              long target = move.target();
              Long further;
              while ((further = movedTo.get(target)) != null) {
                target = further;
              }
              return new Move(move.own(), target, move.why(), move.fresh());
            })
        .filter(move -> move.own() != move.target())
        .toList();
  }

  private Set<Long> join(List<Move> moves) {
    jdbc.sql(JOIN)
        .param("own", moves.stream().map(Move::own).toArray(Long[]::new))
        .param("targets", moves.stream().map(Move::target).toArray(Long[]::new))
        .param("whys", moves.stream().map(move -> move.why().name()).toArray(String[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    Set<Long> targets = moves.stream().map(Move::target).collect(Collectors.toSet());
    stories.count(targets);
    for (Move move : moves) {
      log.record(move.target(), CaseEvent.Kind.JOINED, move.why().name(), "", null);
    }
    Map<Long, String> fresh = new TreeMap<>();
    moves.stream()
        .filter(Move::fresh)
        .forEach(move -> fresh.putIfAbsent(move.target(), move.why().name()));
    reopening.comeBack(fresh);
    return new HashSet<>(targets);
  }

  /** Only an older one, so that of two neither moves to the other. */
  private static Optional<Long> latest(List<Candidate> candidates, Mention mention) {
    return candidates.stream()
        .filter(one -> one.lead() < mention.id())
        .filter(
            one ->
                one.open()
                    || (one.last() != null
                        && !one.last().isBefore(mention.publishedAt().minus(FORTNIGHT))))
        .max(Comparator.comparing(Candidate::open).thenComparingLong(Candidate::lead))
        .map(Candidate::caseId);
  }

  private Map<Long, Long> own(Collection<Long> mentions) {
    return pairs(OWN, mentions);
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

  private Map<String, List<Candidate>> byWriter(Collection<String> writers) {
    Map<String, List<Candidate>> found = new HashMap<>();
    if (!writers.isEmpty()) {
      jdbc.sql(BY_WRITER)
          .param("writers", writers.stream().distinct().toArray(String[]::new))
          .param("most", MOST)
          .query(
              row -> {
                OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
                found
                    .computeIfAbsent(row.getString("writer"), _ -> new ArrayList<>())
                    .add(
                        new Candidate(
                            row.getLong("id"),
                            row.getLong("lead_mention"),
                            row.getString("state").equals("OPEN"),
                            last == null ? null : last.toInstant()));
              });
    }
    return found;
  }
}
