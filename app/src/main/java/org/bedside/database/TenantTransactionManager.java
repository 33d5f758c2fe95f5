package org.bedside.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Sets the organization of each transaction it begins. The setting is local to the transaction, so
 * a pooled connection never carries it over, and a statement outside of a transaction sees no rows.
 */
final class TenantTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    var organization = CurrentOrganization.find();
    if (organization.isPresent()) {
      try (PreparedStatement set =
          connection.prepareStatement("select set_config('bedside.organization', ?, true)")) {
        set.setString(1, organization.get().toString());
        set.execute();
      }
    }
  }
}
