package org.bedside.listening.store;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.understanding.Post;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The compiled watches of each organization, made anew when one has changed. Thread-safe. */
@Component
class CompiledWatches {

  private final JdbcClient jdbc;
  private final ConcurrentHashMap<OrganizationId, Compiled> compiled = new ConcurrentHashMap<>();

  CompiledWatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The active watches of the current organization that match; inside a transaction. */
  Matcher current() {
    OrganizationId organization = CurrentOrganization.get();
    long revision =
        jdbc.sql("select revision from watch_revision").query(Long.class).optional().orElse(0L);
    Compiled known = compiled.get(organization);
    if (known == null || known.revision() != revision) {
      List<Watch> watches =
          jdbc.sql("select id, query from watch where state = 'ACTIVE'")
              .query((row, i) -> new Watch(row.getString("id"), row.getString("query")))
              .list();
      known = new Compiled(revision, WatchSet.compile(watches));
      compiled.put(organization, known);
    }
    WatchSet set = known.set();
    return post -> set.match(post).stream().map(UUID::fromString).toList();
  }

  /** Call in the transaction that changes a watch. */
  void changed() {
    jdbc.sql(
            """
            insert into watch_revision (organization_id, revision) values (current_organization(), 1)
            on conflict (organization_id) do update set revision = watch_revision.revision + 1
            """)
        .update();
  }

  /** Tells which watches match a post. */
  interface Matcher {
    List<UUID> match(Post post);
  }

  private record Compiled(long revision, WatchSet set) {}
}
