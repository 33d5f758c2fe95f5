package org.bedside.inbox.store;

import java.util.List;
import java.util.UUID;
import org.bedside.inbox.MentionSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcMentionSearch implements MentionSearch {

  private final JdbcClient jdbc;

  JdbcMentionSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A case keeps the words of its leading mention, so a mention is found through its own row. */
  @Override
  @Transactional(readOnly = true)
  public List<Long> after(long after, @Nullable String text, @Nullable UUID source, int limit) {
    boolean searching = text != null && !text.isBlank();
    StringBuilder sql =
        new StringBuilder("select c.lead_mention from inbox_case c where c.lead_mention > :after");
    if (searching) {
      sql.append(" and c.search @@ websearch_to_tsquery('simple', :text)");
    }
    if (source != null) {
      sql.append(" and c.source_id = :source");
    }
    sql.append(" order by c.lead_mention limit :limit");
    JdbcClient.StatementSpec query =
        jdbc.sql(sql.toString()).param("after", after).param("limit", limit);
    if (searching) {
      query = query.param("text", String.valueOf(text).replace('\u0000', ' '));
    }
    if (source != null) {
      query = query.param("source", source);
    }
    return query.query((row, i) -> row.getLong(1)).list();
  }
}
