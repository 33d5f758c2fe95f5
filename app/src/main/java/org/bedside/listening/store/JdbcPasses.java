package org.bedside.listening.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bedside.audit.Auditable;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.history.Passes;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A step, what it found and how far it came are one transaction, which holds the runs' rows:
 * another process passes them by, and when this one dies, the rows are free and stand as they did
 * before the step. Thread-safe.
 */
@Component
class JdbcPasses implements Passes {

  /** So many watches at most go through the posts together. */
  private static final int AT_ONCE = 1_000;

  private static final String DUE =
      """
      select r.*, w.query as watch_query from watch_run r join watch w on w.id = r.watch_id
      where r.state in ('WAITING', 'RUNNING') and w.state = 'ACTIVE'
      order by r.done_at desc nulls first, r.done_id desc nulls first, r.id limit :limit
      for update of r skip locked for key share of w skip locked
      """;

  private static final String ADVANCE =
      """
      update watch_run r set looked = r.looked + t.looked, found = r.found + t.found,
        fresh = r.fresh + t.fresh, left_out = r.left_out + t.left_out,
        newest = greatest(r.newest, t.newest::timestamptz), done_at = :at, done_id = :id
      from unnest(:runs::uuid[], :looked::bigint[], :found::bigint[], :fresh::bigint[],
        :left_out::bigint[], :newest::text[]) as t (id, looked, found, fresh, left_out, newest)
      where r.id = t.id
      """;

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final HistoryPosts posts;
  private final IntakeGate gate;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ConcurrentHashMap<OrganizationId, Compiled> compiled = new ConcurrentHashMap<>();

  JdbcPasses(
      AcrossOrganizations across,
      JdbcClient jdbc,
      HistoryPosts posts,
      IntakeGate gate,
      ApplicationEventPublisher events,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.posts = posts;
    this.gate = gate;
    this.events = events;
    this.clock = clock;
  }

  private record Compiled(List<Watch> watches, WatchSet set) {}

  /**
   * A run that is due.
   *
   * @param last the last post it has to look at; null before it began
   */
  private record Run(
      UUID id,
      UUID watch,
      @Nullable String query,
      String watchQuery,
      @Nullable Long last,
      boolean counted,
      HistoryPosts.@Nullable Place done) {

    boolean isToBegin() {
      return last == null || !watchQuery.equals(query);
    }

    boolean looksAt(HistoryPosts.Seen seen) {
      return last != null && seen.post().id() <= last;
    }
  }

  @Override
  public List<OrganizationId> waiting() {
    return across
        .jdbc()
        .sql(
            """
            select distinct r.organization_id from watch_run r join watch w on w.id = r.watch_id
            where r.state in ('WAITING', 'RUNNING') and w.state = 'ACTIVE'
            """)
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  @Transactional
  public boolean step(int limit) {
    return step(limit, false);
  }

  @Override
  @Transactional
  public boolean leaveOut() {
    return step(1, true);
  }

  private boolean step(int limit, boolean leavingOut) {
    List<Run> due = jdbc.sql(DUE).param("limit", AT_ONCE).query((row, i) -> run(row)).list();
    if (due.isEmpty()) {
      compiled.remove(CurrentOrganization.get());
      return false;
    }
    List<Run> toBegin = due.stream().filter(Run::isToBegin).toList();
    if (!toBegin.isEmpty()) {
      begin(toBegin);
      return true;
    }
    HistoryPosts.Place from = due.getFirst().done();
    List<Run> group = due.stream().filter(run -> Objects.equals(run.done(), from)).toList();
    HistoryPosts.Place until =
        due.stream()
            .map(Run::done)
            .filter(done -> !Objects.equals(done, from))
            .findFirst()
            .orElse(null);
    WatchSet set = compile(group);
    if (!set.errors().isEmpty()) {
      end(
          group.stream().filter(run -> set.errors().containsKey(run.watch().toString())).toList(),
          "query");
      return true;
    }
    count(group);
    pass(group, set, from, until, limit, leavingOut);
    return true;
  }

  /**
   * Posts that come in from now on have met these watches, whatever their transactions had read
   * before; those up to now are left for the run.
   */
  private void begin(List<Run> runs) {
    long last = gate.lastPostWhileNothingComesIn();
    jdbc.sql(
            """
            update watch_run r set state = 'RUNNING', query = t.query, last_post = :last,
              total = null, looked = 0, found = 0, fresh = 0, left_out = 0,
              newest = null, done_at = null, done_id = null, started_at = :now
            from unnest(:runs::uuid[], :queries::text[]) as t (id, query) where r.id = t.id
            """)
        .param("now", now())
        .param("last", last)
        .param("runs", ids(runs))
        .param("queries", runs.stream().map(Run::watchQuery).toArray(String[]::new))
        .update();
  }

  /** All that stand at one place go on together; they are compiled anew when others join. */
  private WatchSet compile(List<Run> group) {
    List<Watch> watches =
        group.stream().map(run -> new Watch(run.watch().toString(), run.watchQuery())).toList();
    Compiled known = compiled.get(CurrentOrganization.get());
    if (known == null || !known.watches().equals(watches)) {
      known = new Compiled(watches, WatchSet.compile(watches));
      compiled.put(CurrentOrganization.get(), known);
    }
    return known.set();
  }

  private void count(List<Run> group) {
    Map<Long, Long> totals = new HashMap<>();
    for (Run run : group) {
      if (!run.counted() && run.last() != null) {
        long total = totals.computeIfAbsent(run.last(), posts::upTo);
        jdbc.sql("update watch_run set total = :total where id = :id")
            .param("total", total)
            .param("id", run.id())
            .update();
      }
    }
  }

  private void pass(
      List<Run> group,
      WatchSet set,
      HistoryPosts.@Nullable Place from,
      HistoryPosts.@Nullable Place until,
      int limit,
      boolean leavingOut) {
    long last =
        group.stream().mapToLong(run -> run.last() == null ? 0 : run.last()).max().orElse(0);
    List<HistoryPosts.Seen> seen = posts.next(last, from, until, limit);
    Map<UUID, Tally> tallies = new HashMap<>();
    group.forEach(run -> tallies.put(run.watch(), new Tally(run.id())));
    List<HistoryPosts.Hit> hits = new ArrayList<>();
    for (HistoryPosts.Seen one : seen) {
      List<UUID> matching =
          leavingOut
              ? List.of()
              : set.match(one.post().asPost()).stream().map(UUID::fromString).toList();
      for (Run run : group) {
        Tally tally = tallies.get(run.watch());
        if (tally != null && run.looksAt(one)) {
          tally.looked++;
          tally.leftOut += leavingOut ? 1 : 0;
          if (matching.contains(run.watch())) {
            hits.add(new HistoryPosts.Hit(one, run.watch()));
          }
        }
      }
    }
    posts
        .mention(hits)
        .forEach(
            found -> {
              Tally tally = tallies.get(found.watch());
              if (tally != null) {
                tally.found++;
                tally.saw(found.published());
                tally.fresh += found.fresh() ? 1 : 0;
              }
            });
    boolean through = seen.size() < limit;
    HistoryPosts.Place at = through ? until : seen.getLast().place();
    advance(List.copyOf(tallies.values()), at == null ? from : at);
    if (through && until == null) {
      end(group, null);
    }
  }

  private void advance(List<Tally> tallies, HistoryPosts.@Nullable Place at) {
    jdbc.sql(ADVANCE)
        .param("at", at == null ? null : at.published(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", at == null ? null : at.id(), java.sql.Types.BIGINT)
        .param("runs", tallies.stream().map(one -> one.run).toArray(UUID[]::new))
        .param("looked", tallies.stream().map(one -> one.looked).toArray(Long[]::new))
        .param("found", tallies.stream().map(one -> one.found).toArray(Long[]::new))
        .param("fresh", tallies.stream().map(one -> one.fresh).toArray(Long[]::new))
        .param("newest", tallies.stream().map(Tally::newest).toArray(String[]::new))
        .param("left_out", tallies.stream().map(one -> one.leftOut).toArray(Long[]::new))
        .update();
  }

  @Override
  @Transactional
  public void fail(String code) {
    end(jdbc.sql(DUE).param("limit", AT_ONCE).query((row, i) -> run(row)).list(), code);
  }

  /** What was deleted at its source meanwhile is no longer among the posts to look at. */
  private void end(List<Run> runs, @Nullable String failure) {
    String state = failure == null ? "DONE" : "FAILED";
    jdbc.sql(
            """
            update watch_run set state = :state, failure = :failure, ended_at = :now,
              total = case :state when 'DONE' then looked else total end
            where id = any(:runs) returning id, watch_id, looked, found
            """)
        .param("state", state)
        .param("failure", failure, java.sql.Types.VARCHAR)
        .param("now", now())
        .param("runs", ids(runs))
        .query(
            row -> {
              events.publishEvent(
                  new Auditable(
                      "system",
                      "Bedside",
                      failure == null ? "listening.run-done" : "listening.run-failed",
                      "watch:" + row.getString("watch_id"),
                      Map.of(
                          "run", row.getString("id"),
                          "looked", Long.toString(row.getLong("looked")),
                          "found", Long.toString(row.getLong("found")))));
            });
  }

  private static UUID[] ids(List<Run> runs) {
    return runs.stream().map(Run::id).toArray(UUID[]::new);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Run run(ResultSet row) throws SQLException {
    long last = row.getLong("last_post");
    boolean begun = !row.wasNull();
    OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
    return new Run(
        row.getObject("id", UUID.class),
        row.getObject("watch_id", UUID.class),
        row.getString("query"),
        row.getString("watch_query"),
        begun ? last : null,
        row.getObject("total") != null,
        done == null ? null : new HistoryPosts.Place(done, row.getLong("done_id")));
  }

  /** What a step came to for one run. */
  private static final class Tally {
    private final UUID run;
    private long looked;
    private long found;
    private long fresh;
    private long leftOut;
    private @Nullable Instant newest;

    Tally(UUID run) {
      this.run = run;
    }

    void saw(Instant published) {
      newest = newest == null || published.isAfter(newest) ? published : newest;
    }

    @Nullable String newest() {
      return newest == null ? null : newest.toString();
    }
  }
}
