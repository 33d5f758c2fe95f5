package org.bedside.listening.store;

import java.sql.SQLException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a look back at stored posts where it ends and live work begins. Without it a post could
 * fall between the two: taken in by a transaction that read the watches before the new one was
 * there, and committed after the look back had passed. Locks hold until the transaction ends.
 */
@Component
class IntakeGate {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final JdbcClient jdbc;

  IntakeGate(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Before the watches are read with which posts are taken in. Any number may pass at once. */
  void pass() {
    jdbc.sql(
            "select pg_advisory_xact_lock_shared("
                + "hashtextextended('intake ' || current_organization(), 0))")
        .query((row, i) -> 1)
        .single();
  }

  /**
   * Waits for those who have passed, for two seconds at most, since others wait behind it.
   *
   * @return an id that all posts of this organization taken in by now have reached or are below,
   *     and that all later ones are above
   * @throws CannotAcquireLockException where it took longer
   */
  long lastPostWhileNothingComesIn() {
    jdbc.sql("set local lock_timeout = '2s'").update();
    try {
      jdbc.sql(
              "select pg_advisory_xact_lock("
                  + "hashtextextended('intake ' || current_organization(), 0))")
          .query((row, i) -> 1)
          .single();
    } catch (UncategorizedSQLException e) {
      SQLException cause = e.getSQLException();
      if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
        throw new CannotAcquireLockException("posts are coming in", e);
      }
      throw e;
    }
    jdbc.sql("set local lock_timeout = 0").update();
    return jdbc.sql("select last_value from post_id_seq").query(Long.class).single();
  }
}
