package org.bedside.listening.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bedside.listening.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of posts and mentions, written a batch at a time: one statement, arrays as columns. */
@Component
class PostRows {

  private static final String INSERT_NEW =
      """
      insert into post (organization_id, source_id, external_id, text, title, question, rating,
        author, url, lang, country, published_at, received_at, content_hash, reply_to)
      select current_organization(), ?, external_id, text, title, question, rating, author, url,
        lang, country, published_at::timestamptz, ?, content_hash, reply_to
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as t (external_id, text, title, question, rating, author, url, lang, country,
          published_at, content_hash, reply_to)
      on conflict (source_id, external_id) do nothing
      returning id, external_id
      """;

  private static final String KNOWN =
      "select id, external_id, content_hash from post where source_id = ? and external_id = any(?)"
          + " order by id for no key update";

  private static final String KEEP_VERSION =
      """
      insert into post_version (organization_id, post_id, version, text, title, rating, replaced_at)
      select organization_id, id, version, text, title, rating, ? from post where id = ?
      """;

  private static final String REPLACE =
      """
      update post set text = ?, title = ?, rating = ?, content_hash = ?, version = version + 1
      where id = ?
      """;

  private static final String COUNT =
      """
      update post p set audience = coalesce(t.audience, p.audience),
        likes = coalesce(t.likes, p.likes), shares = coalesce(t.shares, p.shares),
        replies = coalesce(t.replies, p.replies), views = coalesce(t.views, p.views),
        counted_at = ?
      from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
        as t (external_id, audience, likes, shares, replies, views)
      where p.source_id = ? and p.external_id = t.external_id
        and (p.audience, p.likes, p.shares, p.replies, p.views)
          is distinct from (t.audience, t.likes, t.shares, t.replies, t.views)
      """;

  private static final String MENTION =
      """
      insert into mention (organization_id, post_id, location_id, created_at)
      select current_organization(), post_id, location_id, ?
      from unnest(?::bigint[], ?::uuid[]) as t (post_id, location_id)
      on conflict (post_id) do update set assessment_state = 'PENDING', error = null,
        from_history = false
      returning id, post_id
      """;

  private static final String FORGET_WATCHES =
      "delete from mention_watch where mention_id = any(?)";

  private static final String MENTION_WATCH =
      """
      insert into mention_watch (organization_id, mention_id, watch_id)
      select current_organization(), mention_id, watch_id
      from unnest(?::bigint[], ?::uuid[]) as t (mention_id, watch_id)
      on conflict do nothing
      """;

  private final JdbcTemplate jdbc;

  PostRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores those whose key is new; answers their ids by external id. */
  Map<String, Long> insertNew(UUID source, List<Normalised> posts, Instant now) {
    if (posts.isEmpty()) {
      return Map.of();
    }
    return query(
        INSERT_NEW,
        statement -> {
          statement.setObject(1, source);
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setArray(3, texts(statement, posts, Normalised::externalId));
          statement.setArray(4, texts(statement, posts, Normalised::text));
          statement.setArray(5, texts(statement, posts, Normalised::title));
          statement.setArray(6, texts(statement, posts, Normalised::question));
          statement.setArray(
              7, array(statement, "float8", posts.stream().map(Normalised::rating).toArray()));
          statement.setArray(8, texts(statement, posts, Normalised::author));
          statement.setArray(9, texts(statement, posts, Normalised::url));
          statement.setArray(10, texts(statement, posts, Normalised::lang));
          statement.setArray(11, texts(statement, posts, Normalised::country));
          statement.setArray(12, texts(statement, posts, post -> post.publishedAt().toString()));
          statement.setArray(13, texts(statement, posts, Normalised::hash));
          statement.setArray(14, texts(statement, posts, Normalised::replyTo));
        },
        row -> row.getString("external_id"),
        row -> row.getLong("id"));
  }

  /** Of posts already known, stores those that say something else now, as a new version. */
  Map<Normalised, Long> replaceEdited(UUID source, List<Normalised> posts, Instant now) {
    if (posts.isEmpty()) {
      return Map.of();
    }
    Map<String, Known> known =
        query(
            KNOWN,
            statement -> {
              statement.setObject(1, source);
              statement.setArray(2, texts(statement, posts, Normalised::externalId));
            },
            row -> row.getString("external_id"),
            row -> new Known(row.getLong("id"), row.getString("content_hash")));
    Map<Normalised, Long> changed = new LinkedHashMap<>();
    for (Normalised post : posts) {
      Known before = known.get(post.externalId());
      if (before != null && !before.hash().equals(post.hash())) {
        jdbc.update(KEEP_VERSION, now.atOffset(ZoneOffset.UTC), before.id());
        jdbc.update(REPLACE, post.text(), post.title(), post.rating(), post.hash(), before.id());
        changed.put(post, before.id());
      }
    }
    return changed;
  }

  /** Writes down how far posts have gone by now; those that don't say so stay as they are. */
  void count(UUID source, List<Normalised> posts, Instant now) {
    List<Normalised> counted = posts.stream().filter(post -> post.reach() != null).toList();
    if (counted.isEmpty()) {
      return;
    }
    execute(
        COUNT,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setArray(2, texts(statement, counted, Normalised::externalId));
          statement.setArray(3, figures(statement, counted, Reach::audience));
          statement.setArray(4, figures(statement, counted, Reach::likes));
          statement.setArray(5, figures(statement, counted, Reach::shares));
          statement.setArray(6, figures(statement, counted, Reach::replies));
          statement.setArray(7, figures(statement, counted, Reach::views));
          statement.setObject(8, source);
        });
  }

  private static Array figures(
      PreparedStatement statement, List<Normalised> posts, Function<Reach, @Nullable Long> of)
      throws SQLException {
    return array(
        statement,
        "bigint",
        posts.stream().map(post -> post.reach() == null ? null : of.apply(post.reach())).toArray());
  }

  /** Stores mentions with the watches that matched; one already there waits to be assessed anew. */
  void mention(List<MentionRow> mentions, Instant now) {
    if (mentions.isEmpty()) {
      return;
    }
    Map<Long, Long> ids =
        query(
            MENTION,
            statement -> {
              statement.setObject(1, now.atOffset(ZoneOffset.UTC));
              statement.setArray(
                  2, array(statement, "bigint", mentions.stream().map(MentionRow::post).toArray()));
              statement.setArray(
                  3,
                  array(statement, "uuid", mentions.stream().map(MentionRow::location).toArray()));
            },
            row -> row.getLong("post_id"),
            row -> row.getLong("id"));
    List<Long> mentionIds = new ArrayList<>();
    List<UUID> watchIds = new ArrayList<>();
    for (MentionRow mention : mentions) {
      Long id = ids.get(mention.post());
      for (UUID watch : mention.watches()) {
        if (id != null) {
          mentionIds.add(id);
          watchIds.add(watch);
        }
      }
    }
    execute(
        FORGET_WATCHES,
        statement -> statement.setArray(1, array(statement, "bigint", ids.values().toArray())));
    if (!mentionIds.isEmpty()) {
      execute(
          MENTION_WATCH,
          statement -> {
            statement.setArray(1, array(statement, "bigint", mentionIds.toArray()));
            statement.setArray(2, array(statement, "uuid", watchIds.toArray()));
          });
    }
  }

  private void execute(String sql, Binder binder) {
    jdbc.execute(
        (Connection connection) -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            return statement.executeUpdate();
          }
        });
  }

  private <K, V> Map<K, V> query(String sql, Binder binder, Column<K> key, Column<V> value) {
    Map<K, V> answers = new HashMap<>();
    jdbc.execute(
        (Connection connection) -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                answers.put(key.of(rows), value.of(rows));
              }
            }
          }
          return answers.size();
        });
    return answers;
  }

  private static Array texts(
      PreparedStatement statement,
      List<Normalised> posts,
      Function<Normalised, @Nullable String> of)
      throws SQLException {
    return array(statement, "text", posts.stream().map(of).toArray());
  }

  private static Array array(PreparedStatement statement, String type, @Nullable Object[] values)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, values);
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface Column<T> {
    T of(ResultSet row) throws SQLException;
  }

  private record Known(long id, String hash) {}
}
