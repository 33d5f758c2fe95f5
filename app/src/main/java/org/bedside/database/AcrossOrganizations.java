package org.bedside.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Access that row-level security does not bind, for work that has no organization yet or spans all:
 * signing in, finding due work. Only the classes that a test names may use it; each keeps its
 * queries to what that work needs.
 */
public final class AcrossOrganizations {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  AcrossOrganizations(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Queries on the unbound role; inside {@link #transactions()} they share its transaction. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Transactions on the unbound role, apart from those of the bound one. */
  public TransactionTemplate transactions() {
    return transactions;
  }
}
