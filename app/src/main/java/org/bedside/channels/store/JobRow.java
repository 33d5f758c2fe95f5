package org.bedside.channels.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.bedside.channels.Delivery;
import org.bedside.channels.sending.DeliveryQueue.Task;
import org.bedside.channels.sending.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A delivery that was taken, and what to do with it. */
record JobRow(Job job, Task task) {

  static JobRow of(JdbcClient jdbc, UUID id) {
    JobRow row = withoutPictures(jdbc, id);
    return row.task() == Task.SEND
        ? new JobRow(row.job().with(DeliveryPictures.of(jdbc, id)), row.task())
        : row;
  }

  private static JobRow withoutPictures(JdbcClient jdbc, UUID id) {
    return jdbc.sql(
            """
            select id, key, channel_id, attempt, network_key, in_reply_to, text, new_text, language,
              attempts, began_at, last_began_at, doubt, unknown_since, looks, external_id,
              not_after, queued_at, state
            from delivery where id = :id
            """)
        .param("id", id)
        .query(JobRow::of)
        .single();
  }

  private static JobRow of(ResultSet row, int number) throws SQLException {
    Job job =
        new Job(
            row.getObject("id", UUID.class),
            row.getObject("key", UUID.class),
            row.getObject("channel_id", UUID.class),
            row.getObject("attempt", UUID.class),
            row.getString("network_key"),
            row.getString("in_reply_to"),
            row.getString("text"),
            row.getString("new_text"),
            row.getString("language"),
            row.getInt("attempts"),
            Rows.instant(row, "began_at"),
            Rows.instant(row, "last_began_at"),
            row.getBoolean("doubt"),
            Rows.instant(row, "unknown_since"),
            row.getInt("looks"),
            row.getString("external_id"),
            Rows.instant(row, "not_after"),
            Rows.time(row, "queued_at"),
            List.of());
    return new JobRow(job, task(Delivery.State.valueOf(row.getString("state"))));
  }

  private static Task task(Delivery.State state) {
    return switch (state) {
      case SENDING -> Task.SEND;
      case UNKNOWN -> Task.LOOK_UP;
      case EDITING -> Task.EDIT;
      case DELETING -> Task.DELETE;
      case WAITING, SENT, REFUSED, EXPIRED, CANCELLED, DELETED ->
          throw new IllegalStateException("nothing is taken in the state " + state);
    };
  }
}
