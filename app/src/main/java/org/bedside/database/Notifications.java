package org.bedside.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short words between all processes on this database, by LISTEN and NOTIFY. They are not kept: what
 * is sent while a process isn't connected it never hears, so whoever listens catches up by itself.
 * Every process hears all of them, its own too, whatever organization they are about. Thread-safe.
 */
public final class Notifications {

  /** Bytes of one word that PostgreSQL carries. */
  public static final int LONGEST = 7_900;

  /** How soon who listens notices that it is to end. */
  private static final int LOOK_EVERY_MS = 500;

  /** A connection on which nothing is heard for so many looks is asked whether it still is one. */
  private static final int QUIET_LOOKS = 30;

  private static final int PATIENCE_SECONDS = 5;

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;
  private final Connecting connecting;

  Notifications(DataSource pool, Connecting connecting) {
    this.jdbc = JdbcClient.create(pool);
    this.apart = new TransactionTemplate(new JdbcTransactionManager(pool));
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.connecting = connecting;
  }

  /** A connection of one's own, beside the pool. */
  @FunctionalInterface
  interface Connecting {
    Connection connect() throws SQLException;
  }

  /** Sends a word at once, whatever becomes of a transaction that the caller is in. */
  public void send(String channel, String word) {
    apart.executeWithoutResult(
        status ->
            jdbc.sql("select pg_notify(:channel, :word)")
                .param("channel", channel)
                .param("word", word)
                .query((row, i) -> 1)
                .single());
  }

  /**
   * Listens on a connection of its own until told to end.
   *
   * @param channel small letters and underscores
   * @param listening called once nothing that is sent is missed any more
   * @param heard called with each word, by the thread that listens
   * @param goOn whether to go on; asked twice a second
   * @throws IllegalStateException where the connection can't be made or is lost
   */
  public void listen(
      String channel, Runnable listening, Consumer<String> heard, BooleanSupplier goOn) {
    try (Connection connection = connecting.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute("listen " + channel);
      listening.run();
      PGConnection postgres = connection.unwrap(PGConnection.class);
      int quiet = 0;
      while (goOn.getAsBoolean()) {
        PGNotification[] words = postgres.getNotifications(LOOK_EVERY_MS);
        quiet = words == null || words.length == 0 ? quiet + 1 : 0;
        if (words != null) {
          for (PGNotification word : words) {
            heard.accept(word.getParameter());
          }
        }
        if (quiet >= QUIET_LOOKS) {
          if (!connection.isValid(PATIENCE_SECONDS)) {
            throw new IllegalStateException("The connection for notifications was lost");
          }
          quiet = 0;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The connection for notifications was lost", e);
    }
  }
}
