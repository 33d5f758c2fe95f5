package org.bedside.listening.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.MentionsWaiting;
import org.bedside.listening.StoredPost;
import org.bedside.listening.poll.Backfill;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSyntaxException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A batch, its mentions and how far it got are one transaction, and mentions have their post as
 * key: killed at any moment, the work goes on where it was and nothing is there twice.
 */
@Component
class JdbcBackfill implements Backfill {

  private static final Duration REACH = Duration.ofDays(30);
  private static final int BATCH = 500;

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final StoryRows stories;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcBackfill(
      AcrossOrganizations across,
      JdbcClient jdbc,
      StoryRows stories,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.stories = stories;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void begin(UUID watch) {
    jdbc.sql(
            """
            insert into watch_backfill (watch_id, organization_id, since)
            values (:watch, current_organization(), :since)
            on conflict (watch_id) do update set since = excluded.since, done_from = null
            """)
        .param("watch", watch)
        .param("since", utc().minus(REACH))
        .update();
  }

  @Override
  public boolean next() {
    Optional<OrganizationId> organization =
        across
            .jdbc()
            .sql("select organization_id from watch_backfill limit 1")
            .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
            .optional();
    return organization.isPresent()
        && CurrentOrganization.<Boolean, RuntimeException>call(
            organization.get(), () -> Boolean.TRUE.equals(transactions.execute(status -> batch())));
  }

  private record Job(UUID watch, String query, boolean active, OffsetDateTime since, long before) {}

  /** False where another process holds what is due. */
  private boolean batch() {
    Optional<Job> found =
        jdbc.sql(
                """
                select b.watch_id, w.query, w.state, b.since,
                  coalesce(b.done_from, 9223372036854775807) as before
                from watch_backfill b join watch w on w.id = b.watch_id
                limit 1 for update of b skip locked
                """)
            .query(
                (row, i) ->
                    new Job(
                        row.getObject("watch_id", UUID.class),
                        row.getString("query"),
                        row.getString("state").equals("ACTIVE"),
                        row.getObject("since", OffsetDateTime.class),
                        row.getLong("before")))
            .optional();
    if (found.isEmpty()) {
      return false;
    }
    Job job = found.get();
    List<StoredPost> posts = job.active() ? posts(job) : List.of();
    mention(job, matching(job, posts));
    if (posts.size() < BATCH) {
      jdbc.sql("delete from watch_backfill where watch_id = :watch")
          .param("watch", job.watch())
          .update();
    } else {
      jdbc.sql("update watch_backfill set done_from = :id where watch_id = :watch")
          .param("id", posts.getLast().id())
          .param("watch", job.watch())
          .update();
    }
    return true;
  }

  private List<StoredPost> posts(Job job) {
    return jdbc.sql(
            """
            select p.id, p.source_id, s.name as source_name, p.text, p.title, p.question, p.rating,
              p.author, p.url, p.lang, p.country, p.published_at, null::bigint as mention_id
            from post p join source s on s.id = p.source_id
            where p.id < :before and p.published_at >= :since
            order by p.id desc limit :limit
            """)
        .param("before", job.before())
        .param("since", job.since())
        .param("limit", BATCH)
        .query(JdbcListening::post)
        .list();
  }

  private static List<StoredPost> matching(Job job, List<StoredPost> posts) {
    try {
      WatchQuery query = WatchQuery.parse(job.query());
      return posts.stream().filter(post -> query.matches(post.asPost())).toList();
    } catch (WatchSyntaxException e) {
      return List.of();
    }
  }

  private void mention(Job job, List<StoredPost> matching) {
    if (matching.isEmpty()) {
      return;
    }
    Long[] posts = matching.stream().map(StoredPost::id).toArray(Long[]::new);
    Set<Long> fresh =
        jdbc.sql(
                """
                insert into mention (organization_id, post_id, location_id, created_at)
                select p.organization_id, p.id, s.location_id, :now
                from post p join source s on s.id = p.source_id where p.id = any(:posts)
                on conflict (post_id) do nothing returning post_id
                """)
            .param("now", utc())
            .param("posts", posts)
            .query((row, i) -> row.getLong(1))
            .set();
    stories.tell(
        matching.stream()
            .filter(post -> fresh.contains(post.id()))
            .map(post -> new StoryRows.Told(post.id(), post.asPost(), post.publishedAt()))
            .toList(),
        List.of());
    jdbc.sql(
            """
            insert into mention_watch (organization_id, mention_id, watch_id)
            select organization_id, id, :watch from mention where post_id = any(:posts)
            on conflict do nothing
            """)
        .param("watch", job.watch())
        .param("posts", posts)
        .update();
    if (!fresh.isEmpty()) {
      events.publishEvent(new MentionsWaiting(CurrentOrganization.get(), fresh.size()));
    }
  }

  private OffsetDateTime utc() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
