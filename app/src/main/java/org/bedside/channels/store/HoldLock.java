package org.bedside.channels.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders holding everything and beginning something, until the transaction ends. */
final class HoldLock {

  private static final String KEY =
      "hashtextextended('sending-hold:' || current_organization(), 0)";

  private HoldLock() {}

  /** For those who begin something unless it is held. */
  static void shared(JdbcClient jdbc) {
    jdbc.sql("select 1 from (select pg_advisory_xact_lock_shared(" + KEY + ")) l")
        .query(Integer.class)
        .single();
  }

  /** For whoever holds it: waits for those who have just looked. */
  static void alone(JdbcClient jdbc) {
    jdbc.sql("select 1 from (select pg_advisory_xact_lock(" + KEY + ")) l")
        .query(Integer.class)
        .single();
  }
}
