package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.SavedView;
import org.bedside.inbox.SavedViews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcSavedViews implements SavedViews {

  private final JdbcClient jdbc;
  private final Recorded recorded;
  private final Clock clock;

  JdbcSavedViews(JdbcClient jdbc, Recorded recorded, Clock clock) {
    this.jdbc = jdbc;
    this.recorded = recorded;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<SavedView> of(SignedIn reader) {
    return jdbc.sql(
            """
            select v.id, v.name, v.query, v.owner is null as shared, v.made_by,
              exists (select from inbox_view_first f
                where f.view_id = v.id and f.member_id = :reader) as first
            from inbox_view v where v.owner = :reader or v.owner is null
            order by v.owner is null, lower(v.name), v.id
            """)
        .param("reader", reader.id())
        .query(
            (row, i) ->
                new SavedView(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("query"),
                    row.getBoolean("shared"),
                    row.getString("made_by"),
                    row.getBoolean("first")))
        .list();
  }

  @Override
  @Transactional
  public SavedView keep(String name, String query, boolean shared, SignedIn by) {
    String called = Names.clean(name);
    UUID owner = shared ? null : by.id();
    UUID id =
        jdbc.sql(
                """
                update inbox_view set name = :name, query = :query, made_by = :by, made_at = :now
                where lower(name) = lower(:name) and owner is not distinct from :owner::uuid
                returning id
                """)
            .param("name", called)
            .param("query", query)
            .param("by", by.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("owner", owner, java.sql.Types.OTHER)
            .query(UUID.class)
            .optional()
            .orElseGet(() -> insert(called, query, owner, by));
    if (shared) {
      recorded.by(by, "inbox.view-shared", "view:" + id, called);
    }
    return new SavedView(id, called, query, shared, by.name(), false);
  }

  private UUID insert(String name, String query, @Nullable UUID owner, SignedIn by) {
    return jdbc.sql(
            """
            insert into inbox_view (id, organization_id, owner, name, query, made_by, made_at)
            values (:id, current_organization(), :owner, :name, :query, :by, :now) returning id
            """)
        .param("id", UUID.randomUUID())
        .param("owner", owner, java.sql.Types.OTHER)
        .param("name", name)
        .param("query", query)
        .param("by", by.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .single();
  }

  @Override
  @Transactional
  public void remove(UUID id, boolean shared, SignedIn by) {
    jdbc.sql(
            """
            delete from inbox_view where id = :id
              and (case when :shared then owner is null else owner = :by end)
            returning name
            """)
        .param("id", id)
        .param("shared", shared)
        .param("by", by.id())
        .query(String.class)
        .optional()
        .filter(name -> shared)
        .ifPresent(name -> recorded.by(by, "inbox.view-removed", "view:" + id, name));
  }

  @Override
  @Transactional
  public void openWith(@Nullable UUID id, SignedIn by) {
    jdbc.sql("delete from inbox_view_first where member_id = :by").param("by", by.id()).update();
    if (id != null) {
      jdbc.sql(
              """
              insert into inbox_view_first (member_id, organization_id, view_id)
              select :by, current_organization(), id from inbox_view
              where id = :id and (owner is null or owner = :by)
              """)
          .param("by", by.id())
          .param("id", id)
          .update();
    }
  }
}
