package org.bedside.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is in the database of a server that runs or was killed, seen past all walls. */
record Rows(Path data) {

  /**
   * Notes each assessment in the transaction that stores it, so that one done twice shows although
   * the second overwrites the first.
   */
  void noteAssessments() throws SQLException {
    try (Connection database = ServerProcess.database(data);
        Statement statement = database.createStatement()) {
      statement.execute(
          """
          create schema noted;
          create table noted.assessment (mention bigint, version int);
          create function noted.note() returns trigger language plpgsql security definer as $$
          begin
            insert into noted.assessment values (new.mention_id, new.post_version);
            return new;
          end $$;
          create trigger noted after insert or update on assessment
            for each row execute function noted.note();
          """);
    }
  }

  /** A source that others push into and of which only what a watch matches is a mention. */
  void addSource(String name) throws SQLException {
    try (Connection database = ServerProcess.database(data);
        PreparedStatement statement =
            database.prepareStatement(
                """
                insert into source (id, organization_id, kind, name, takes, created_at)
                select gen_random_uuid(), organization_id, 'API', ?, 'MATCHED', now()
                from organization
                """)) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }

  long count(String what) throws SQLException {
    return Long.parseLong(column("select count(*) from " + what).getFirst());
  }

  /** The text of each post of a feed by its key at the feed. */
  Map<String, String> feedPosts() throws SQLException {
    Map<String, String> posts = new TreeMap<>();
    try (Connection database = ServerProcess.database(data);
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select p.external_id, p.text from post p join source s on s.id = p.source_id
                where s.kind = 'FEED'
                """)) {
      while (rows.next()) {
        posts.merge(rows.getString(1), rows.getString(2), (one, two) -> "twice: " + one + two);
      }
    }
    return posts;
  }

  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection database = ServerProcess.database(data);
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
