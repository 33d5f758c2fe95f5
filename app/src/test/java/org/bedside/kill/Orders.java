package org.bedside.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.bedside.channels.sending.Tid;
import org.bedside.listening.bluesky.DataServer;
import org.bedside.secrets.MasterKey;
import org.bedside.secrets.Secrets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders in the database of a server that runs or was killed, put there and read past all walls.
 */
final class Orders {

  private final Path data;
  private final UUID channel = UUID.randomUUID();
  private final Random random;
  private int made;

  Orders(Path data, Random random) {
    this.data = data;
    this.random = random;
  }

  /** How an order stands. */
  record Stand(String state, String externalId, int attempts) {}

  /** An account to send through, its keys sealed as the server seals them. */
  void openChannel(String server, DataServer.Account account, String password) throws SQLException {
    Secrets secrets = new Secrets(MasterKey.inFile(data.resolve("secret.key")));
    String keys =
        JsonMapper.shared()
            .writeValueAsString(Map.of("USER", account.handle(), "APP_PASSWORD", password));
    try (Connection database = ServerProcess.database(data);
        PreparedStatement insert =
            database.prepareStatement(
                """
                insert into channel (id, organization_id, network, name, server, sealed, created_at)
                select ?, organization_id, 'BLUESKY', 'Killed', ?, ?, now() from organization
                """)) {
      insert.setObject(1, channel);
      insert.setString(2, server);
      insert.setBytes(3, secrets.seal(keys, "channel:" + channel));
      insert.executeUpdate();
    }
  }

  /** Orders that many replies, each with words of its own. */
  void order(int many, String post) throws SQLException {
    try (Connection database = ServerProcess.database(data);
        PreparedStatement insert =
            database.prepareStatement(
                """
                insert into delivery (id, organization_id, key, channel_id, network_key,
                  in_reply_to, text, language, next_at, queued_at, queued_by, queued_name,
                  changed_at)
                select gen_random_uuid(), organization_id, gen_random_uuid(), ?, ?, ?, ?, 'en', now(), now(),
                  'member:0', 'Somebody', now()
                from organization
                """)) {
      for (int i = 0; i < many; i++) {
        insert.setObject(1, channel);
        insert.setString(2, Tid.of(Instant.now(), random));
        insert.setString(3, post);
        insert.setString(4, text(made++));
        insert.executeUpdate();
      }
    }
  }

  int made() {
    return made;
  }

  static String text(int number) {
    return "Please call our office, number " + number;
  }

  /** How each stands, by its words. */
  Map<String, Stand> all() throws SQLException {
    Map<String, Stand> all = new TreeMap<>();
    try (Connection database = ServerProcess.database(data);
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select text, state, coalesce(external_id, ''), attempts from delivery")) {
      while (rows.next()) {
        all.put(rows.getString(1), new Stand(rows.getString(2), rows.getString(3), rows.getInt(4)));
      }
    }
    return all;
  }
}
