package org.bedside.listening.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
import org.bedside.listening.Listening;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.Sources;
import org.bedside.listening.StoredPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Rhythm;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcListening implements Listening {

  private static final int LATEST_FOR_GAP = 20;
  private static final int ENOUGH_FOR_GAP = 5;

  private static final String POSTS =
      """
      select p.id, p.source_id, s.name as source_name, p.text, p.title, p.question, p.rating,
        p.author, p.url, p.lang, p.country, p.published_at, m.id as mention_id
      from post p join source s on s.id = p.source_id left join mention m on m.post_id = p.id
      """;

  private final JdbcClient jdbc;
  private final Sources sources;
  private final SealedCredentials credentials;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcListening(
      JdbcClient jdbc,
      Sources sources,
      SealedCredentials credentials,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.sources = sources;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Source begin(
      String name,
      URI url,
      String connector,
      Source.Takes takes,
      @Nullable UUID location,
      @Nullable Credential credential,
      SignedIn by) {
    Source source = sources.add(Source.Kind.FEED, name, url.toString(), takes, location, by);
    jdbc.sql(
            """
            insert into source_state
              (source_id, organization_id, connector, login, credential_expires_at, next_poll_at,
                interval_seconds)
            values (:id, current_organization(), :connector, :login, :expires, :now, :interval)
            on conflict (source_id) do update
              set connector = excluded.connector, login = excluded.login,
                credential_expires_at = excluded.credential_expires_at
            """)
        .param("id", source.id())
        .param("connector", connector)
        .param("login", credentials.seal(source.id(), credential), java.sql.Types.BINARY)
        .param("expires", expiry(credential), java.sql.Types.OTHER)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("interval", Rhythm.FIRST.toSeconds())
        .update();
    return source;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Credential> credential(UUID source) {
    return jdbc.sql("select login from source_state where source_id = :id and login is not null")
        .param("id", source)
        .query((row, i) -> row.getBytes("login"))
        .optional()
        .flatMap(bytes -> Optional.ofNullable(credentials.open(source, bytes)));
  }

  @Override
  @Transactional
  public void changeCredential(UUID source, @Nullable Credential credential, SignedIn by) {
    jdbc.sql(
            "update source_state set login = :login, credential_expires_at = :expires"
                + " where source_id = :id")
        .param("login", credentials.seal(source, credential), java.sql.Types.BINARY)
        .param("expires", expiry(credential), java.sql.Types.OTHER)
        .param("id", source)
        .update();
    makeDue(source);
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            credential == null ? "listening.login-removed" : "listening.login-changed",
            "source:" + source,
            Map.of()));
  }

  private static @Nullable OffsetDateTime expiry(@Nullable Credential credential) {
    return credential == null || credential.expiresAt() == null
        ? null
        : credential.expiresAt().atOffset(ZoneOffset.UTC);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, SourceHealth> health() {
    Map<UUID, Source> known = new HashMap<>();
    sources.all().forEach(source -> known.put(source.id(), source));
    Map<UUID, SourceHealth> health = new HashMap<>();
    jdbc.sql(
            """
            select s.id, t.*, l.newest, l.oldest, l.latest,
              (select count(*) from (select from post o where o.source_id = s.id limit :counted) c)
                as posts
            from source s
            left join source_state t on t.source_id = s.id
            left join lateral (
              select max(published_at) as newest, min(published_at) as oldest, count(*) as latest
              from (select published_at from post p where p.source_id = s.id
                order by published_at desc limit :latest) newest_posts) l on true
            """)
        .param("latest", LATEST_FOR_GAP)
        .param("counted", SourceHealth.COUNTED + 1)
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              Source source = known.get(id);
              if (source != null) {
                health.put(id, healthOf(source, row));
              }
            });
    return health;
  }

  private SourceHealth healthOf(Source source, ResultSet row) throws SQLException {
    Instant newest = instant(row, "newest");
    Instant oldest = instant(row, "oldest");
    int latest = row.getInt("latest");
    Duration gap =
        newest == null || oldest == null || latest < ENOUGH_FOR_GAP
            ? null
            : Duration.between(oldest, newest).dividedBy(latest - 1L);
    Instant success = instant(row, "last_success_at");
    int failures = row.getInt("failures");
    Instant next = instant(row, "next_poll_at");
    return new SourceHealth(
        source.id(),
        SourceHealth.condition(source, failures, success, newest, gap, clock.instant()),
        row.getLong("posts"),
        newest,
        gap,
        instant(row, "last_attempt_at"),
        success,
        next,
        next == null ? null : Duration.ofSeconds(row.getInt("interval_seconds")),
        failures,
        instant(row, "failing_since"),
        row.getString("error_code"),
        row.getString("error_detail"),
        row.getString("connector"),
        instant(row, "back_to"),
        instant(row, "credential_expires_at"),
        StoredRemarks.read(row.getString("remarks")));
  }

  @Override
  @Transactional(readOnly = true)
  public long posts(UUID source) {
    return jdbc.sql("select count(*) from post where source_id = :source")
        .param("source", source)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<StoredPost> lastPosts(UUID source, int limit) {
    return jdbc.sql(
            POSTS
                + "where p.source_id = :source order by p.published_at desc, p.id desc limit"
                + " :limit")
        .param("source", source)
        .param("limit", limit)
        .query(JdbcListening::post)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<StoredPost> recentPosts(int limit) {
    return jdbc.sql(POSTS + "order by p.published_at desc, p.id desc limit :limit")
        .param("limit", limit)
        .query(JdbcListening::post)
        .list();
  }

  @Override
  @Transactional
  public void makeDue(UUID source) {
    jdbc.sql(
            """
            update source_state set next_poll_at = :now
            where source_id = :id and (claimed_until is null or claimed_until <= :now)
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", source)
        .update();
  }

  static StoredPost post(ResultSet row, int index) throws SQLException {
    double rating = row.getDouble("rating");
    boolean rated = !row.wasNull();
    long mention = row.getLong("mention_id");
    boolean mentioned = !row.wasNull();
    return new StoredPost(
        row.getLong("id"),
        row.getObject("source_id", UUID.class),
        row.getString("source_name"),
        row.getString("text"),
        row.getString("title"),
        row.getString("question"),
        rated ? rating : null,
        row.getString("author"),
        row.getString("url"),
        row.getString("lang"),
        row.getString("country"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        mentioned ? mention : null);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
