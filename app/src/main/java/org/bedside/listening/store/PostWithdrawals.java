package org.bedside.listening.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.listening.MentionsWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes posts away, in the caller's transaction. Whoever holds rows of several kinds holds posts
 * before mentions and mentions before cases, each in the order of their ids; otherwise a deletion
 * and the assessment of the same post would wait for each other.
 */
@Component
class PostWithdrawals {

  /** Compared by bytes, so that what begins alike is a range. */
  private static final String BELOW =
      "select external_id from post"
          + " where source_id = :source and external_id ~>=~ :from and external_id ~<~ :to";

  /** Lets the index {@code post_of_account} be taken. */
  private static final String OF_ACCOUNT =
      " and external_id ~>=~ 'at://' and external_id ~<~ 'at:/0'";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  PostWithdrawals(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  int withdrawBelow(UUID source, List<String> beginnings) {
    List<String> ids = new ArrayList<>();
    for (String beginning : beginnings) {
      if (beginning.isEmpty()) {
        throw new IllegalArgumentException("that would be everything");
      }
      int last = beginning.length() - 1;
      jdbc.sql(BELOW + (beginning.startsWith("at://") ? OF_ACCOUNT : ""))
          .param("source", source)
          .param("from", beginning)
          .param("to", beginning.substring(0, last) + (char) (beginning.charAt(last) + 1))
          .query((row, i) -> row.getString(1))
          .list()
          .forEach(ids::add);
    }
    return ids.isEmpty() ? 0 : withdraw(source, ids);
  }

  int withdraw(UUID source, List<String> externalIds) {
    String[] ids = externalIds.toArray(String[]::new);
    announce(
        jdbc.sql(
                """
                select id from post where source_id = :source and external_id = any(:ids)
                order by id for update
                """)
            .param("source", source)
            .param("ids", ids)
            .query((row, i) -> row.getLong(1))
            .list());
    List<String> gone =
        jdbc.sql(
                "delete from post where source_id = :source and external_id = any(:ids)"
                    + " returning external_id")
            .param("source", source)
            .param("ids", ids)
            .query((row, i) -> row.getString(1))
            .list();
    for (String id : gone) {
      events.publishEvent(
          new Auditable(
              "system",
              "Bedside",
              "listening.deleted-at-source",
              "source:" + source,
              Map.of("post", id)));
    }
    return gone.size();
  }

  /** Says that all posts of the source will go, which go with it; answers of how many mentions. */
  int withdrawAll(UUID source) {
    return announce(
        jdbc.sql("select id from post where source_id = :source order by id for update")
            .param("source", source)
            .query((row, i) -> row.getLong(1))
            .list());
  }

  private int announce(List<Long> posts) {
    List<Long> mentions =
        jdbc.sql("select id from mention where post_id = any(:posts) order by id for update")
            .param("posts", posts.toArray(Long[]::new))
            .query((row, i) -> row.getLong(1))
            .list();
    if (!mentions.isEmpty()) {
      events.publishEvent(new MentionsWithdrawn(mentions));
    }
    return mentions.size();
  }
}
