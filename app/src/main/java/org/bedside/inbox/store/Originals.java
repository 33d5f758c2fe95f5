package org.bedside.inbox.store;

import java.util.Optional;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The post that a case's reply answers. */
@Component
class Originals {

  private final JdbcClient jdbc;
  private final Assessments assessments;

  Originals(JdbcClient jdbc, Assessments assessments) {
    this.jdbc = jdbc;
    this.assessments = assessments;
  }

  /**
   * What is answered: the leading mention.
   *
   * @throws IllegalArgumentException where there is no such case
   */
  Assessed of(long caseId) {
    long mention =
        jdbc.sql("select lead_mention from inbox_case where id = :id and state <> 'MERGED'")
            .param("id", caseId)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new IllegalArgumentException("no such case: " + caseId));
    return assessments.find(mention).orElseThrow();
  }

  /** What a reply answers, whatever leads its case by now; empty where it is gone. */
  Optional<Assessed> of(ReplyOrders.Row reply) {
    return assessments.find(reply.mention());
  }
}
