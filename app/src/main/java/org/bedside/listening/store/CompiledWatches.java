package org.bedside.listening.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.understanding.Post;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The compiled watches of each organization. All are compiled once; later only those that have
 * changed are taken in, whichever process changed them. Thread-safe.
 */
@Component
class CompiledWatches {

  private final JdbcClient jdbc;
  private final ConcurrentHashMap<OrganizationId, Compiled> compiled = new ConcurrentHashMap<>();
  private final Set<OrganizationId> compacting = ConcurrentHashMap.newKeySet();

  CompiledWatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The active watches of the current organization that match; inside a transaction. */
  Matcher current() {
    WatchSet set = currentSet();
    return post -> set.match(post).stream().map(UUID::fromString).toList();
  }

  /** The active watches of the current organization, by their id; inside a transaction. */
  WatchSet currentSet() {
    OrganizationId organization = CurrentOrganization.get();
    // Read before the watches: what is committed in between is taken in twice, not missed.
    long revision =
        jdbc.sql("select revision from watch_revision").query(Long.class).optional().orElse(0L);
    Compiled known = compiled.get(organization);
    if (known != null && known.revision() == revision) {
      return known.set();
    }
    WatchSet set =
        known != null && known.revision() < revision
            ? changedSince(known)
            : WatchSet.compile(active());
    Compiled now = new Compiled(revision, set);
    compiled.put(organization, now);
    if (set.isScattered()) {
      compact(organization, now);
    }
    return set;
  }

  private List<Watch> active() {
    return jdbc.sql("select id, query from watch where state = 'ACTIVE'")
        .query((row, i) -> new Watch(row.getString("id"), row.getString("query")))
        .list();
  }

  private WatchSet changedSince(Compiled known) {
    List<Watch> put = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    jdbc.sql(
            """
            select c.watch_id, w.query
            from watch_change c left join watch w on w.id = c.watch_id and w.state = 'ACTIVE'
            where c.revision > :known
            order by c.revision, c.watch_id
            """)
        .param("known", known.revision())
        .query(
            row -> {
              String id = row.getString("watch_id");
              String query = row.getString("query");
              if (query == null) {
                removed.add(id);
              } else {
                put.add(new Watch(id, query));
              }
            });
    return known.set().changed(put, removed);
  }

  /**
   * Meanwhile the scattered set serves on. The compact one takes its place at its own revision, and
   * what has changed since is taken in with the next look.
   */
  private void compact(OrganizationId organization, Compiled scattered) {
    if (!compacting.add(organization)) {
      return;
    }
    Thread.ofVirtual()
        .name("compacting watches")
        .start(
            () -> {
              try {
                WatchSet compact = scattered.set().compacted();
                compiled.put(organization, new Compiled(scattered.revision(), compact));
              } finally {
                compacting.remove(organization);
              }
            });
  }

  /** Call in the transaction that adds, changes or removes a watch. */
  void changed(UUID watch) {
    jdbc.sql(
            """
            with next as (
              insert into watch_revision (organization_id, revision)
              values (current_organization(), 1)
              on conflict (organization_id) do update set revision = watch_revision.revision + 1
              returning revision
            )
            insert into watch_change (watch_id, organization_id, revision)
            select :watch, current_organization(), revision from next
            on conflict (watch_id) do update set revision = excluded.revision
            """)
        .param("watch", watch)
        .update();
  }

  /** Tells which watches match a post. */
  interface Matcher {
    List<UUID> match(Post post);
  }

  private record Compiled(long revision, WatchSet set) {}
}
