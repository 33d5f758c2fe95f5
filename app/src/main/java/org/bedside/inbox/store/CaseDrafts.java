package org.bedside.inbox.store;

import org.bedside.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person's draft of a case, for who may neither overwrite it nor take away another than theirs.
 */
@Component
class CaseDrafts {

  private final JdbcClient jdbc;

  CaseDrafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean has(long caseId, SignedIn by) {
    return jdbc.sql(
            """
            select exists (select from reply
              where case_id = :case and by_id = :by and state = 'DRAFT')
            """)
        .param("case", caseId)
        .param("by", by.id())
        .query(Boolean.class)
        .single();
  }

  /** Removes the draft if its words are still these. */
  void remove(long caseId, String text, SignedIn by) {
    jdbc.sql(
            """
            delete from reply
            where case_id = :case and by_id = :by and state = 'DRAFT' and text = :text
            """)
        .param("case", caseId)
        .param("by", by.id())
        .param("text", text)
        .update();
  }
}
