package org.bedside.handover.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bedside.handover.Conversation;
import org.bedside.handover.Conversations.Shelf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations as lists show them. Opens none. */
@Component
class Shelves {

  private final JdbcClient jdbc;
  private final Rows rows;
  private final Clock clock;

  Shelves(JdbcClient jdbc, Rows rows, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.clock = clock;
  }

  private static String where(Shelf shelf) {
    return switch (shelf) {
      case FOR_US -> "state = 'WAITING_FOR_US'";
      case FOR_THEM -> "state = 'WAITING_FOR_THEM'";
      case INVITED -> "state in ('INVITED', 'OPENED', 'CONSENTED')";
      case OVER -> "state in ('ENDED', 'EXPIRED', 'ERASED')";
    };
  }

  List<Conversation.Line> list(Shelf shelf, @Nullable Instant before, int most) {
    Instant from = before == null ? clock.instant().plus(Duration.ofDays(1)) : before;
    return jdbc.sql(
            "select * from handover where "
                + where(shelf)
                + " and changed_at < :before order by changed_at desc, id limit :most")
        .param("before", Rows.utc(from))
        .param("most", most)
        .query((row, i) -> rows.line(row))
        .list();
  }

  long count(Shelf shelf) {
    return jdbc.sql("select count(*) from handover where " + where(shelf))
        .query((row, i) -> row.getLong(1))
        .single();
  }
}
