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
import org.bedside.listening.history.RunsWaiting;
import org.bedside.listening.history.WatchRun;
import org.bedside.listening.history.WatchRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcWatchRuns implements WatchRuns {

  /** Of a watch, so many runs are remembered. */
  private static final int REMEMBERED = 10;

  /** Sets a run back to before its beginning. */
  static final String ANEW =
      """
      query = null, last_post = null, total = null, looked = 0, found = 0, fresh = 0, left_out = 0, newest = null,
        done_at = null, done_id = null, started_at = null
      """;

  private static final String BEGIN =
      """
      insert into watch_run (id, organization_id, watch_id, state, started_by, created_at)
      values (:id, current_organization(), :watch, 'WAITING', :by, :now)
      on conflict (watch_id) where state in ('WAITING', 'RUNNING', 'PAUSED')
      do update set state = 'WAITING', started_by = excluded.started_by,
        created_at = excluded.created_at,
      """
          + ANEW
          + " returning *";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcWatchRuns(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public WatchRun begin(UUID watch, SignedIn by) {
    WatchRun run =
        jdbc.sql(BEGIN)
            .param("id", UUID.randomUUID())
            .param("watch", watch)
            .param("by", by.name())
            .param("now", now())
            .query(JdbcWatchRuns::run)
            .single();
    jdbc.sql(
            """
            delete from watch_run where id in (select id from watch_run where watch_id = :watch
              order by created_at desc, id offset :remembered)
            """)
        .param("watch", watch)
        .param("remembered", REMEMBERED)
        .update();
    tell(by, "begun", run);
    events.publishEvent(new RunsWaiting());
    return run;
  }

  @Override
  @Transactional
  public boolean queryChanged(UUID watch) {
    int waiting =
        jdbc.sql(
                "update watch_run set state = case state when 'PAUSED' then state else 'WAITING'"
                    + " end,"
                    + ANEW
                    + " where watch_id = :watch and state in ('WAITING', 'RUNNING', 'PAUSED')")
            .param("watch", watch)
            .update();
    events.publishEvent(new RunsWaiting());
    return waiting > 0;
  }

  @Override
  @Transactional(readOnly = true)
  public List<WatchRun> of(UUID watch) {
    return jdbc.sql("select * from watch_run where watch_id = :watch order by created_at desc, id")
        .param("watch", watch)
        .query(JdbcWatchRuns::run)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<WatchRun> find(UUID watch, UUID run) {
    return jdbc.sql("select * from watch_run where watch_id = :watch and id = :run")
        .param("watch", watch)
        .param("run", run)
        .query(JdbcWatchRuns::run)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, WatchRun> unfinished() {
    Map<UUID, WatchRun> found = new HashMap<>();
    jdbc.sql("select * from watch_run where state in ('WAITING', 'RUNNING', 'PAUSED')")
        .query(JdbcWatchRuns::run)
        .list()
        .forEach(run -> found.put(run.watch(), run));
    return found;
  }

  @Override
  @Transactional
  public boolean pause(UUID run, SignedIn by) {
    return move(
        run, "set state = 'PAUSED' where state in ('WAITING', 'RUNNING') and ", "paused", by);
  }

  @Override
  @Transactional
  public boolean resume(UUID run, SignedIn by) {
    boolean moved =
        move(
            run,
            """
            set state = case when last_post is null then 'WAITING' else 'RUNNING' end
            where state = 'PAUSED' and
            """,
            "resumed",
            by);
    events.publishEvent(new RunsWaiting());
    return moved;
  }

  @Override
  @Transactional
  public boolean cancel(UUID run, SignedIn by) {
    return move(
        run,
        """
        set state = 'CANCELLED', ended_at = :now
        where state in ('WAITING', 'RUNNING', 'PAUSED') and
        """,
        "cancelled",
        by);
  }

  private boolean move(UUID run, String how, String what, SignedIn by) {
    Optional<WatchRun> moved =
        jdbc.sql("update watch_run " + how + " id = :run returning *")
            .param("run", run)
            .param("now", now())
            .query(JdbcWatchRuns::run)
            .optional();
    moved.ifPresent(one -> tell(by, what, one));
    return moved.isPresent();
  }

  private void tell(SignedIn by, String what, WatchRun run) {
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "listening.run-" + what,
            "watch:" + run.watch(),
            Map.of(
                "run", run.id().toString(),
                "looked", Long.toString(run.looked()),
                "found", Long.toString(run.found()))));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static WatchRun run(ResultSet row, int index) throws SQLException {
    long total = row.getLong("total");
    boolean counted = !row.wasNull();
    Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
    return new WatchRun(
        row.getObject("id", UUID.class),
        row.getObject("watch_id", UUID.class),
        WatchRun.State.valueOf(row.getString("state")),
        counted ? total : null,
        row.getLong("looked"),
        row.getLong("found"),
        row.getLong("fresh"),
        row.getLong("left_out"),
        row.getString("failure"),
        created,
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
