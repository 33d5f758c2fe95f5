package org.bedside.listening.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSyntaxException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcWatches implements Watches {

  private static final String COLUMNS = "id, name, query, state, created_at, changed_at";

  private final JdbcClient jdbc;
  private final CompiledWatches compiled;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcWatches(
      JdbcClient jdbc, CompiledWatches compiled, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.compiled = compiled;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<StoredWatch> all() {
    return jdbc.sql("select " + COLUMNS + " from watch order by lower(name)")
        .query(JdbcWatches::watch)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<StoredWatch> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from watch where id = :id")
        .param("id", id)
        .query(JdbcWatches::watch)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Instant> lastMatches() {
    // Of the newest in order of arrival: one step into the index for each watch. A look back at
    // stored posts ends with the oldest, and so says itself which was the newest.
    Map<UUID, Instant> last = new HashMap<>();
    jdbc.sql(
            """
            select watch.id, greatest(post.published_at, run.newest) as published_at
            from watch
            cross join lateral (
              select mention_id from mention_watch where watch_id = watch.id
              order by mention_id desc limit 1) newest
            join mention on mention.id = newest.mention_id
            join post on post.id = mention.post_id
            left join lateral (
              select max(newest) as newest from watch_run where watch_id = watch.id) run on true
            """)
        .query(
            row -> {
              last.put(
                  row.getObject("id", UUID.class),
                  row.getObject("published_at", OffsetDateTime.class).toInstant());
            });
    return last;
  }

  @Override
  @Transactional(rollbackFor = WatchSyntaxException.class)
  public StoredWatch add(String name, String query, SignedIn by) throws WatchSyntaxException {
    WatchQuery.parse(query);
    StoredWatch added =
        jdbc.sql(
                """
                insert into watch (id, organization_id, name, query, created_at, changed_at)
                values (:id, current_organization(), :name, :query, :now, :now)
                on conflict (organization_id, lower(name)) do nothing
                returning id, name, query, state, created_at, changed_at
                """)
            .param("id", UUID.randomUUID())
            .param("name", Normalised.clean(name.strip()))
            .param("query", Normalised.clean(query))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(JdbcWatches::watch)
            .optional()
            .orElseThrow(() -> new NameTakenException(name));
    compiled.changed(added.id());
    publish(by, "listening.watch-added", added.id(), added.name(), added.query());
    return added;
  }

  @Override
  @Transactional(rollbackFor = WatchSyntaxException.class)
  public void change(UUID id, String name, String query, boolean active, SignedIn by)
      throws WatchSyntaxException {
    WatchQuery.parse(query);
    try {
      jdbc.sql(
              """
              update watch set name = :name, query = :query, state = :state, changed_at = :now
              where id = :id
              """)
          .param("name", Normalised.clean(name.strip()))
          .param("query", Normalised.clean(query))
          .param("state", active ? "ACTIVE" : "PAUSED")
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .param("id", id)
          .update();
    } catch (DuplicateKeyException e) {
      throw new NameTakenException(name);
    }
    compiled.changed(id);
    publish(by, "listening.watch-changed", id, name, query);
  }

  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    jdbc.sql("delete from watch where id = :id").param("id", id).update();
    compiled.changed(id);
    publish(by, "listening.watch-removed", id, "", "");
  }

  private void publish(SignedIn by, String action, UUID watch, String name, String query) {
    events.publishEvent(
        new Auditable(
            by.actor(), by.name(), action, "watch:" + watch, Map.of("name", name, "query", query)));
  }

  private static StoredWatch watch(ResultSet row, int index) throws SQLException {
    return new StoredWatch(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("query"),
        row.getString("state").equals("ACTIVE"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
