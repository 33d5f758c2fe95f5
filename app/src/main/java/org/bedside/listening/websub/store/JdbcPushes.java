package org.bedside.listening.websub.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bedside.api.PublicAddress;
import org.bedside.database.CurrentOrganization;
import org.bedside.listening.connector.PushOffer;
import org.bedside.listening.connector.PushedSources;
import org.bedside.listening.connector.Rhythm;
import org.bedside.listening.websub.PushState;
import org.bedside.listening.websub.Pushes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcPushes implements Pushes, PushedSources {

  private static final String OFFER =
      """
      insert into feed_hub (source_id, organization_id, topic, base, hubs)
      values (:source, :organization, :topic, :base, :hubs::text[])
      on conflict (source_id) do update set topic = excluded.topic, base = excluded.base,
        hubs = excluded.hubs
      """;

  /** Taken before the hub confirmed, a look may have missed what came before the hub pushed. */
  private static final String PUSHING =
      """
      select b.id, b.lease_until, b.missed_at,
        t.last_success_at is not null and t.last_success_at >= b.verified_at as covered,
        t.last_attempt_at is not null and t.last_attempt_at >= b.verified_at as since
      from hub_subscription b join source_state t on t.source_id = b.source_id
        join feed_hub f on f.source_id = b.source_id and f.topic = b.topic
          and b.hub = any (f.hubs)
      where b.source_id = :source and b.state = 'ACTIVE' and b.lease_until > :now
      """;

  private static final String STATE =
      """
      select f.source_id as of_source, f.hubs[1] as offered, b.*
      from feed_hub f join source s on s.id = f.source_id
        left join hub_subscription b on b.source_id = f.source_id
          and b.state in ('ASKED', 'ACTIVE', 'DENIED', 'FAILED')
      where cardinality(f.hubs) > 0 and s.state = 'ACTIVE'
      """;

  private final JdbcClient jdbc;
  private final PublicAddress address;
  private final Rhythm rhythm;
  private final Clock clock;

  JdbcPushes(JdbcClient jdbc, PublicAddress address, Rhythm rhythm, Clock clock) {
    this.jdbc = jdbc;
    this.address = address;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void offered(UUID source, PushOffer offer) {
    if (offer.hubs().isEmpty()) {
      jdbc.sql("delete from feed_hub where source_id = :source").param("source", source).update();
      return;
    }
    jdbc.sql(OFFER)
        .param("source", source)
        .param("organization", CurrentOrganization.get().value())
        .param("topic", offer.topic().toString())
        .param("base", offer.base().toString())
        .param("hubs", offer.hubs().stream().map(URI::toString).toArray(String[]::new))
        .update();
  }

  /** A subscription as far as resting goes. */
  private record Pushing(
      UUID id, Instant until, @Nullable Instant missedAt, boolean covered, boolean since) {}

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Duration> rest(UUID source, boolean brought) {
    Optional<Pushing> found =
        jdbc.sql(PUSHING)
            .param("source", source)
            .param("now", now())
            .query(
                (row, i) ->
                    new Pushing(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(instant(row, "lease_until")),
                        instant(row, "missed_at"),
                        row.getBoolean("covered"),
                        row.getBoolean("since")))
            .optional();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Pushing pushing = found.get();
    if (brought && pushing.covered()) {
      missed(pushing);
      return Optional.empty();
    }
    if (pushing.missedAt() != null || !pushing.since()) {
      return Optional.empty();
    }
    Duration left = Duration.between(clock.instant(), pushing.until());
    return Optional.of(left.compareTo(rhythm.whilePushed()) < 0 ? left : rhythm.whilePushed());
  }

  /** The hub may have forgotten us: it is asked once more, the first time. */
  private void missed(Pushing pushing) {
    jdbc.sql(
            "update hub_subscription set missed_at = coalesce(missed_at, :now), next_at ="
                + " case when missed_at is null then least(next_at, cast(:now as timestamptz))"
                + " else next_at end where id = :id")
        .param("now", now())
        .param("id", pushing.id())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PushState> of(UUID source) {
    return jdbc.sql(STATE + "and f.source_id = :source")
        .param("source", source)
        .query(this::state)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, PushState> all() {
    Map<UUID, PushState> all = new HashMap<>();
    jdbc.sql(STATE)
        .query(
            row -> {
              all.put(row.getObject("of_source", UUID.class), state(row, 0));
            });
    return all;
  }

  private PushState state(ResultSet row, int index) throws SQLException {
    String hub = row.getString("hub");
    URI asked = URI.create(hub == null ? row.getString("offered") : hub);
    PushState.Kind kind = kind(row);
    return new PushState(
        kind,
        String.valueOf(asked.getHost()),
        instant(row, "verified_at"),
        instant(row, "lease_until"),
        rhythm.whilePushed(),
        kind == PushState.Kind.FAILED ? row.getString("error_code") : null,
        row.getString("error_detail"),
        instant(row, "delivered_at"),
        row.getLong("refused"),
        instant(row, "refused_at"),
        row.getString("refused_code"));
  }

  private PushState.Kind kind(ResultSet row) throws SQLException {
    String state = Objects.requireNonNullElse(row.getString("state"), "NONE");
    Instant lease = instant(row, "lease_until");
    if (state.equals("ACTIVE") && lease != null && lease.isAfter(clock.instant())) {
      return instant(row, "missed_at") == null ? PushState.Kind.PUSHED : PushState.Kind.SILENT;
    }
    if (address.find().isEmpty()) {
      return PushState.Kind.NO_ADDRESS;
    }
    return switch (state) {
      case "DENIED" -> PushState.Kind.DENIED;
      case "FAILED", "ACTIVE" -> PushState.Kind.FAILED;
      default -> PushState.Kind.WAITING;
    };
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
