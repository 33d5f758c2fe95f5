package org.bedside.listening.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.listening.MentionsMatched;
import org.bedside.listening.MentionsWaiting;
import org.bedside.listening.StoredPost;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stored posts as a run goes through them, the latest published first; inside a transaction. */
@Component
class HistoryPosts {

  /**
   * One statement, so that all of it sees the same posts: one that was edited since it was read
   * isn't what matched, and has met the watch as its edit came in.
   */
  private static final String MENTION =
      """
      with hit as (
        select t.post, t.watch, p.published_at
        from unnest(:posts::bigint[], :versions::int[], :watches::uuid[])
          as t (post, version, watch)
        join post p on p.id = t.post and p.version = t.version
      ), fresh as (
        insert into mention (organization_id, post_id, location_id, created_at, from_history)
        select p.organization_id, p.id, s.location_id, :now, true
        from post p join source s on s.id = p.source_id
        where p.id in (select post from hit) order by p.id
        on conflict (post_id) do nothing returning id, post_id
      ), every as (
        select id, post_id, true as fresh from fresh
        union all
        select m.id, m.post_id, false from mention m where m.post_id in (select post from hit)
      ), linked as (
        insert into mention_watch (organization_id, mention_id, watch_id)
        select current_organization(), every.id, hit.watch
        from hit join every on every.post_id = hit.post
        on conflict do nothing returning mention_id, watch_id
      )
      select hit.post, hit.watch, hit.published_at, coalesce(every.fresh, false) as fresh, linked.mention_id as linked
      from hit left join every on every.post_id = hit.post
      left join linked on linked.mention_id = every.id and linked.watch_id = hit.watch
      """;

  private final JdbcClient jdbc;
  private final StoryRows stories;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HistoryPosts(JdbcClient jdbc, StoryRows stories, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.stories = stories;
    this.events = events;
    this.clock = clock;
  }

  /** Where a post stands in the order of the run. */
  record Place(OffsetDateTime published, long id) {}

  record Seen(StoredPost post, int version) {
    Place place() {
      return new Place(post.publishedAt().atOffset(ZoneOffset.UTC), post.id());
    }
  }

  record Hit(Seen seen, UUID watch) {}

  /**
   * A match that was stored.
   *
   * @param fresh whether the post was no mention before
   * @param linked the mention's id, where it wasn't one of this watch before; otherwise 0
   */
  record Found(long post, UUID watch, Instant published, boolean fresh, long linked) {}

  /** How many posts have an id up to this one. */
  long upTo(long last) {
    return jdbc.sql("select count(*) from post where id <= :last")
        .param("last", last)
        .query(Long.class)
        .single();
  }

  /**
   * The next posts with an id up to {@code last}.
   *
   * @param from where the last one stood; null at the beginning
   * @param until no further than to here; null where there is no limit
   */
  List<Seen> next(long last, @Nullable Place from, @Nullable Place until, int limit) {
    JdbcClient.StatementSpec query =
        jdbc.sql(
            """
            select p.id, p.version, p.source_id, s.name as source_name, p.text, p.title, p.question,
              p.rating, p.author, p.url, p.lang, p.country, p.published_at,
              null::bigint as mention_id
            from post p join source s on s.id = p.source_id
            where p.id <= :last
            """
                + (from == null ? "" : " and (p.published_at, p.id) < (:fromAt, :fromId)")
                + (until == null ? "" : " and (p.published_at, p.id) >= (:untilAt, :untilId)")
                + " order by p.published_at desc, p.id desc limit :limit");
    if (from != null) {
      query = query.param("fromAt", from.published()).param("fromId", from.id());
    }
    if (until != null) {
      query = query.param("untilAt", until.published()).param("untilId", until.id());
    }
    return query
        .param("last", last)
        .param("limit", limit)
        .query((row, i) -> new Seen(JdbcListening.post(row, i), row.getInt("version")))
        .list();
  }

  /**
   * Posts before mentions, each in the order of their ids, as everybody holds them: otherwise a
   * deletion and this would wait for each other.
   */
  private void hold(List<Hit> hits) {
    Long[] ids = hits.stream().map(hit -> hit.seen().post().id()).distinct().toArray(Long[]::new);
    for (String sql :
        List.of(
            "select id from post where id = any(:ids) order by id for key share",
            "select id from mention where post_id = any(:ids) order by id for key share")) {
      jdbc.sql(sql).param("ids", ids).query((row, i) -> row.getLong(1)).list();
    }
  }

  /** Stores what matched as mentions of the watches; doing it again changes nothing. */
  List<Found> mention(List<Hit> hits) {
    if (hits.isEmpty()) {
      return List.of();
    }
    hold(hits);
    Map<Long, StoredPost> byId = new HashMap<>();
    hits.forEach(hit -> byId.put(hit.seen().post().id(), hit.seen().post()));
    List<Found> found =
        jdbc.sql(MENTION)
            .param("posts", hits.stream().map(hit -> hit.seen().post().id()).toArray(Long[]::new))
            .param(
                "versions", hits.stream().map(hit -> hit.seen().version()).toArray(Integer[]::new))
            .param("watches", hits.stream().map(Hit::watch).toArray(UUID[]::new))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(
                (row, i) ->
                    new Found(
                        row.getLong("post"),
                        row.getObject("watch", UUID.class),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("fresh"),
                        row.getLong("linked")))
            .list();
    Map<UUID, List<Long>> further = new TreeMap<>();
    found.stream()
        .filter(one -> !one.fresh() && one.linked() != 0)
        .forEach(
            one -> further.computeIfAbsent(one.watch(), _ -> new ArrayList<>()).add(one.linked()));
    further.forEach((watch, mentions) -> events.publishEvent(new MentionsMatched(watch, mentions)));
    List<StoryRows.Told> told = new ArrayList<>();
    found.stream()
        .filter(Found::fresh)
        .map(Found::post)
        .distinct()
        .map(byId::get)
        .forEach(
            post -> {
              if (post != null) {
                told.add(new StoryRows.Told(post.id(), post.asPost(), post.publishedAt()));
              }
            });
    stories.tell(told, List.of());
    if (!told.isEmpty()) {
      events.publishEvent(new MentionsWaiting(CurrentOrganization.get(), told.size()));
    }
    return found;
  }
}
