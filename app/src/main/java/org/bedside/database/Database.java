package org.bedside.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.bedside.secrets.MasterKey;
import org.jspecify.annotations.Nullable;

/**
 * The database of this installation, migrated and ready: the one that comes with Bedside, or the
 * one at the URL given.
 */
final class Database implements AutoCloseable {

  /**
   * Many short questions at once and none that is long: planned for the values at hand, by one
   * process each, on disks that read a page anywhere as soon as the next one.
   */
  private static final String SETTINGS =
      " -c plan_cache_mode=force_custom_plan -c jit=off -c max_parallel_workers_per_gather=0"
          + " -c random_page_cost=1.1 -c work_mem=16MB -c timezone=UTC";

  private final @Nullable PostgresServer server;
  private final String ownerUrl;

  private Database(@Nullable PostgresServer server, String ownerUrl) {
    this.server = server;
    this.ownerUrl = ownerUrl;
  }

  static Database open(DatabaseProperties properties, MasterKey key) {
    if (properties.databaseUrl() != null && !properties.databaseUrl().isBlank()) {
      return migrated(new Database(null, jdbc(properties.databaseUrl())));
    }
    String password = HexFormat.of().formatHex(key.derive("embedded PostgreSQL"), 0, 16);
    Path runtime =
        properties.postgresRuntime() != null
            ? properties.postgresRuntime()
            : properties.data().resolve("runtime");
    PostgresServer server = PostgresServer.start(properties.data(), runtime, password);
    return migrated(new Database(server, server.url()));
  }

  private static Database migrated(Database database) {
    try {
      new Migrations(database.ownerUrl).run();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** {@code postgresql://user:password@host/name}, as hosts hand it out, or a JDBC URL as it is. */
  private static String jdbc(String url) {
    return url.startsWith("jdbc:") ? url : PostgresUrl.toJdbc(url);
  }

  /**
   * A pool whose connections act as {@code role} from their first statement on. Plans are made for
   * the values at hand: a watch that matches half of all posts needs another than one that matches
   * three. And no query here runs long enough to be worth compiling.
   */
  DataSource pool(String role, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url("bedside", role, SETTINGS));
    config.setPoolName(role);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(2);
    return new HikariDataSource(config);
  }

  /** One connection that acts as {@code role} and stays with who asks for it. */
  Connection connection(String role) throws SQLException {
    return DriverManager.getConnection(url("bedside listens", role, "") + "&tcpKeepAlive=true");
  }

  private String url(String application, String role, String settings) {
    return ownerUrl
        + (ownerUrl.contains("?") ? "&" : "?")
        + "reWriteBatchedInserts=true&ApplicationName="
        + URLEncoder.encode(application, StandardCharsets.UTF_8)
        + "&options="
        + URLEncoder.encode("-c role=" + role + settings, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
