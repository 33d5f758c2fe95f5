package org.bedside.bench.server;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets people send replies that stay in the house: everything that goes out is held first, and the
 * account is at a server that can't be. What is about the most frequent themes needs approval,
 * which everybody may give.
 */
final class HeldReplies {

  private HeldReplies() {}

  static void arrange(Installation at) throws IOException, InterruptedException, SQLException {
    Visitor first = at.people().getFirst();
    submit(first, "/outgoing", "/outgoing/hold", "");
    submit(
        first,
        "/settings/channels/new?network=MASTODON",
        "/settings/channels",
        "network=MASTODON&name=Larkspur&server=mastodon.invalid&key-ACCESS_TOKEN=none");
    StringBuilder topics = new StringBuilder();
    try (Connection database = at.database();
        Statement statement = database.createStatement()) {
      statement.execute("update source set kind = 'FEED', state = 'PAUSED'");
      statement.execute(
          """
          insert into source_state (source_id, organization_id, connector, next_poll_at)
          select id, organization_id, 'mastodon', 'infinity' from source
          on conflict (source_id) do update set connector = 'mastodon', next_poll_at = 'infinity'
          """);
      try (ResultSet row =
          statement.executeQuery(
              """
              select theme from (select unnest(themes) as theme from inbox_case order by id
                limit 5000) told group by theme order by count(*) desc, theme limit 6
              """)) {
        while (row.next()) {
          topics.append("&topic=").append(Visitor.encode(row.getString(1)));
        }
      }
    }
    submit(
        first,
        "/settings/approvals/new",
        "/settings/approvals",
        "name=Benchmark&verdict=ALLOW&urgency=NONE&priority=&time=4&unit=HOURS"
            + "&rule1=ANY_OF&who1=role%3AADMINISTRATOR"
            + topics);
  }

  private static void submit(Visitor who, String page, String path, String form)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = Timed.send(who, who.page(page), path, form);
    if (answer.statusCode() / 100 != 3) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
  }
}
