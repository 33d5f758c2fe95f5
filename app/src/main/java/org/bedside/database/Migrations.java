package org.bedside.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date, module by module from the ground up, each with its own history. */
final class Migrations {

  /** The modules that have tables, each after those whose tables it refers to. */
  static final List<String> MODULES =
      List.of(
          "database",
          "audit",
          "identity",
          "mail",
          "hooks",
          "privacy",
          "directory",
          "targets",
          "wordings",
          "approvals",
          "channels",
          "handover",
          "listening",
          "assessment",
          "inbox",
          "alerts",
          "insight",
          "improvement",
          "evenhandedness");

  private final String ownerUrl;

  Migrations(String ownerUrl) {
    this.ownerUrl = ownerUrl;
  }

  void run() {
    for (String module : MODULES) {
      migrate(module);
    }
  }

  private void migrate(String module) {
    try {
      Flyway.configure()
          .dataSource(ownerUrl, null, null)
          .locations("classpath:db/migration/" + module)
          .failOnMissingLocations(false)
          .table("flyway_" + module)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new DatabaseUnavailableException(
          "The database could not be brought up to date (" + module + "): " + e.getMessage(), e);
    }
  }
}
