package org.bedside.listening.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.listening.Conversations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ConversationRows implements Conversations {

  private static final String NETWORK =
      "case s.kind when 'FILE' then 'file' when 'API' then 'api'"
          + " else split_part(coalesce(t.connector, 'feed'), '-', 1) end as network";

  /** Their connectors give the name that an account alone has, not one that it shows. */
  private static final Set<String> NAMES_ARE_ACCOUNTS =
      Set.of("bluesky", "mastodon", "x", "reddit");

  /** Whose keys are only unique within the source that they came through. */
  private static final Set<String> BY_SOURCE = Set.of("api", "file", "feed");

  private static final Pattern DID = Pattern.compile("at://(did:[^/]+)/.*");

  /** A name that addresses an account: {@code @ada.example}. */
  private static final Pattern HANDLE = Pattern.compile("@[^\\s@][^\\s]{0,200}");

  private final JdbcClient jdbc;

  ConversationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Part> of(Collection<Long> mentions) {
    if (mentions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select m.id, p.source_id, p.external_id, p.author,
            """
                + NETWORK
                + """
                , (select a.id from post q join mention a on a.post_id = q.id
                    where p.reply_to is not null and q.source_id = p.source_id
                      and q.external_id = p.reply_to) as answers
                from mention m join post p on p.id = m.post_id join source s on s.id = p.source_id
                left join source_state t on t.source_id = s.id
                where m.id = any(:ids) order by m.id
                """)
        .param("ids", mentions.toArray(Long[]::new))
        .query(
            (row, i) -> {
              String network = row.getString("network");
              return new Part(
                  row.getLong("id"),
                  network,
                  writer(
                      network,
                      row.getObject("source_id", UUID.class),
                      row.getString("external_id"),
                      row.getString("author")),
                  row.getObject("answers", Long.class));
            })
        .list();
  }

  @Override
  public Map<Long, List<Long>> answersTo(Collection<Long> mentions) {
    Map<Long, List<Long>> answers = new HashMap<>();
    if (!mentions.isEmpty()) {
      jdbc.sql(
              """
              select m.id, a.id from mention m join post p on p.id = m.post_id
              cross join lateral (
                select a.id from post q join mention a on a.post_id = q.id
                where q.source_id = p.source_id and q.reply_to = p.external_id
                order by a.id limit :most) a
              where m.id = any(:ids) order by m.id, a.id
              """)
          .param("ids", mentions.toArray(Long[]::new))
          .param("most", MOST_ANSWERS)
          .query(
              row -> {
                answers.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getLong(2));
              });
    }
    return answers;
  }

  private static @Nullable String writer(
      String network, UUID source, String externalId, @Nullable String author) {
    Matcher did = DID.matcher(externalId);
    if (network.equals("bluesky") && did.matches()) {
      return network + " " + did.group(1);
    }
    String name = author == null ? "" : author.strip();
    if (name.isEmpty()
        || (!NAMES_ARE_ACCOUNTS.contains(network) && !HANDLE.matcher(name).matches())) {
      return null;
    }
    String within = BY_SOURCE.contains(network) ? source.toString() : network;
    return within + " " + name.toLowerCase(Locale.ROOT);
  }

  @Override
  public Map<UUID, String> networks() {
    Map<UUID, String> networks = new HashMap<>();
    jdbc.sql(
            "select s.id, "
                + NETWORK
                + " from source s left join source_state t on t.source_id = s.id")
        .query(
            row -> {
              networks.put(row.getObject("id", UUID.class), row.getString("network"));
            });
    return networks;
  }
}
