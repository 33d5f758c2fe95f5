package org.bedside.inbox.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.inbox.store.EarlyAnswers.Early;
import org.bedside.listening.Mention;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that accounts have opened, which take what they write next. */
@Component
class WritersCases {

  /** So long after its last mention a closed case takes a new one of its writer. */
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  /** One who writes all day long would otherwise fill one case that nobody can read. */
  private static final int MOST = 50;

  private static final String BY_WRITER =
      """
      select cm.writer, c.id, c.lead_mention, c.state,
        (select max(m.published_at) from case_mention m where m.case_id = c.id) as last
      from case_mention cm join inbox_case c on c.id = cm.case_id
      where cm.writer = any(:writers) and c.lead_mention = cm.mention_id and c.state <> 'MERGED'
        and c.mentions < :most
      """;

  private final JdbcClient jdbc;

  WritersCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Candidate(long caseId, long lead, boolean open, @Nullable Instant last) {}

  /**
   * Only an older one, so that of two neither moves to the other; and none of an answer to it,
   * which moves to it instead.
   */
  static Optional<Long> latest(List<Candidate> candidates, Mention mention, List<Early> answers) {
    return candidates.stream()
        .filter(one -> answers.stream().noneMatch(answer -> answer.own() == one.caseId()))
        .filter(one -> one.lead() < mention.id())
        .filter(
            one ->
                one.open()
                    || (one.last() != null
                        && !one.last().isBefore(mention.publishedAt().minus(FORTNIGHT))))
        .max(Comparator.comparing(Candidate::open).thenComparingLong(Candidate::lead))
        .map(Candidate::caseId);
  }

  /** Those of each account. */
  Map<String, List<Candidate>> of(Collection<String> writers) {
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
