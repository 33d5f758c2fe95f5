package org.bedside.listening.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcSources implements Sources {

  private static final String SELECT =
      "select id, kind, name, url, takes, location_id, state, created_at from source ";

  private final JdbcClient jdbc;
  private final PostWithdrawals withdrawals;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcSources(
      JdbcClient jdbc, PostWithdrawals withdrawals, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.withdrawals = withdrawals;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Source> all() {
    return jdbc.sql(SELECT + "order by lower(name)").query(JdbcSources::source).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Source> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(JdbcSources::source)
        .optional();
  }

  @Override
  @Transactional
  public Source add(
      Source.Kind kind,
      String name,
      @Nullable String url,
      Source.Takes takes,
      @Nullable UUID location,
      SignedIn by) {
    return insert(kind, name, url, takes, location, by)
        .orElseThrow(() -> new NameTakenException(name));
  }

  @Override
  @Transactional
  public Source named(String name, Source.Kind kindIfNew, SignedIn by) {
    return ofName(name)
        .or(() -> insert(kindIfNew, name, null, Source.Takes.ALL, null, by))
        .or(() -> ofName(name))
        .orElseThrow();
  }

  private Optional<Source> ofName(String name) {
    return jdbc.sql(SELECT + "where lower(name) = lower(:name)")
        .param("name", Normalised.clean(name.strip()))
        .query(JdbcSources::source)
        .optional();
  }

  private Optional<Source> insert(
      Source.Kind kind,
      String name,
      @Nullable String url,
      Source.Takes takes,
      @Nullable UUID location,
      SignedIn by) {
    Optional<Source> added =
        jdbc.sql(
                """
                insert into source
                  (id, organization_id, kind, name, url, takes, location_id, created_at)
                values (:id, current_organization(), :kind, :name, :url, :takes, :location, :now)
                on conflict (organization_id, lower(name)) do nothing
                returning id, kind, name, url, takes, location_id, state, created_at
                """)
            .param("id", UUID.randomUUID())
            .param("kind", kind.name())
            .param("name", Normalised.clean(name.strip()))
            .param("url", url)
            .param("takes", takes.name())
            .param("location", location)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(JdbcSources::source)
            .optional();
    added.ifPresent(
        source ->
            publish(by, "listening.source-added", source.id(), Map.of("name", source.name())));
    return added;
  }

  @Override
  @Transactional
  public void change(
      UUID id, String name, Source.Takes takes, @Nullable UUID location, SignedIn by) {
    try {
      jdbc.sql(
              """
              update source set name = :name, takes = :takes, location_id = :location
              where id = :id
              """)
          .param("name", Normalised.clean(name.strip()))
          .param("takes", takes.name())
          .param("location", location)
          .param("id", id)
          .update();
    } catch (DuplicateKeyException e) {
      throw new NameTakenException(name);
    }
    publish(by, "listening.source-changed", id, Map.of("name", name, "takes", takes.name()));
  }

  @Override
  @Transactional
  public void pause(UUID id, SignedIn by) {
    state(id, Source.State.PAUSED);
    publish(by, "listening.source-paused", id, Map.of());
  }

  @Override
  @Transactional
  public void resume(UUID id, SignedIn by) {
    state(id, Source.State.ACTIVE);
    publish(by, "listening.source-resumed", id, Map.of());
  }

  private void state(UUID id, Source.State state) {
    jdbc.sql("update source set state = :state where id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    int mentions = withdrawals.withdrawAll(id);
    jdbc.sql("delete from source where id = :id").param("id", id).update();
    publish(by, "listening.source-removed", id, Map.of("mentions", Integer.toString(mentions)));
  }

  private void publish(SignedIn by, String action, UUID source, Map<String, String> detail) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "source:" + source, detail));
  }

  private static Source source(ResultSet row, int index) throws SQLException {
    return new Source(
        row.getObject("id", UUID.class),
        Source.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("url"),
        Source.Takes.valueOf(row.getString("takes")),
        row.getObject("location_id", UUID.class),
        Source.State.valueOf(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
