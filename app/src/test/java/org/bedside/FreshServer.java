package org.bedside;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation that nobody has set up yet: a server and a database of its own. */
public final class FreshServer implements AutoCloseable {

  private final ConfigurableApplicationContext server;

  /** Starts it; {@code name} tells it apart from others of this run. */
  public FreshServer(String name) throws SQLException {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--bedside.data=" + TestDatabase.fresh(name),
                "--bedside.postgres-runtime=" + TestDatabase.runtime()));
    String external = TestDatabase.externalUrl();
    if (external != null) {
      settings.add("--bedside.database-url=" + anotherDatabase(external));
    }
    server = SpringApplication.run(BedsideApplication.class, settings.toArray(String[]::new));
  }

  public int port() {
    return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    server.close();
  }

  private static String anotherDatabase(String url) throws SQLException {
    String name = "first_visit_" + UUID.randomUUID().toString().replace("-", "");
    URI uri = URI.create(url);
    String[] user = uri.getUserInfo().split(":", 2);
    String jdbc =
        "jdbc:postgresql://%s:%d%s".formatted(uri.getHost(), uri.getPort(), uri.getPath());
    try (Connection connection = DriverManager.getConnection(jdbc, user[0], user[1]);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return url.replaceFirst(uri.getPath() + "(\\?|$)", "/" + name + "$1");
  }
}
