package org.bedside.inbox.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.inbox.MentionSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcMentionSearch implements MentionSearch {

  private static final String WORDS = "c.search @@ websearch_to_tsquery('simple', :text)";

  private final JdbcClient jdbc;

  JdbcMentionSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A case keeps the words of its leading mention, so a mention is found through its own row. */
  @Override
  @Transactional(readOnly = true)
  public List<Long> after(long after, @Nullable String text, @Nullable UUID source, int limit) {
    boolean searching = text != null && !text.isBlank();
    StringBuilder wanted =
        new StringBuilder("select c.lead_mention from inbox_case c where c.lead_mention > :after");
    if (source != null) {
      wanted.append(" and c.source_id = :source");
    }
    String one = wanted.toString();
    String sql =
        searching
            ? Arrays.stream(Band.values())
                .map(band -> one + " and " + WORDS + " and " + band.condition())
                .collect(Collectors.joining(" union all "))
            : one;
    JdbcClient.StatementSpec query =
        jdbc.sql(sql + " order by lead_mention limit :limit")
            .param("after", after)
            .param("limit", limit);
    if (searching) {
      query = query.param("text", String.valueOf(text).replace('\u0000', ' '));
    }
    if (source != null) {
      query = query.param("source", source);
    }
    return query.query((row, i) -> row.getLong(1)).list();
  }
}
