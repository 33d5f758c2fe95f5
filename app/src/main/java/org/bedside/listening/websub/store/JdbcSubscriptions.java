package org.bedside.listening.websub.store;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.connector.Rhythm;
import org.bedside.listening.websub.Keys;
import org.bedside.listening.websub.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcSubscriptions implements Subscriptions {

  /** Long enough that hubs which go on delivering learn that it is over. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final Duration TO_CONFIRM = Duration.ofDays(1);

  /** What was never asked for needs no goodbye, nor does what the hub refused. */
  private static final String END =
      """
      update hub_subscription b set
        state = case when b.pending is null or b.state = 'DENIED' then 'ENDED' else 'ENDING' end,
        next_at = case when b.pending is null or b.state = 'DENIED' then null
          else cast(:now as timestamptz) end,
        claim = null, claimed_until = null, failures = 0, ended_at = :now
      where b.state in ('ASKED', 'ACTIVE', 'DENIED', 'FAILED')
        and (b.claimed_until is null or b.claimed_until <= :now)
        and (b.callback_base <> coalesce(cast(:base as text), b.callback_base) or not exists (
          select from feed_hub f join source s on s.id = f.source_id
          where f.source_id = b.source_id and s.state = 'ACTIVE' and f.topic = b.topic
            and b.hub = any (f.hubs)))
      returning b.source_id
      """;

  private static final String AS_USUAL =
      """
      update source_state set next_poll_at = least(next_poll_at,
        cast(:now as timestamptz) + interval_seconds * interval '1 second')
      where source_id = any (:sources::uuid[])
      """;

  private static final String MISSING =
      """
      select f.organization_id, f.source_id, f.topic, f.hubs[1] as hub
      from feed_hub f join source s on s.id = f.source_id
      where s.state = 'ACTIVE' and cardinality(f.hubs) > 0 and not exists (
        select from hub_subscription b where b.source_id = f.source_id
          and b.state in ('ASKED', 'ACTIVE', 'DENIED', 'FAILED'))
      limit :limit
      """;

  private static final String BEGIN =
      """
      insert into hub_subscription (id, organization_id, source_id, hub, topic, callback_base,
        token_hash, sealed, state, next_at, created_at)
      select :id, :organization, s.id, :hub, :topic, :base, :hash, :sealed, 'ASKED', :now, :now
      from source s where s.id = :source
      on conflict do nothing
      """;

  private static final String CLAIM =
      """
      update hub_subscription b set claim = gen_random_uuid(), claimed_until = :until,
        pending = case when b.state = 'ENDING' then 'unsubscribe' else 'subscribe' end,
        pending_until = :confirm
      where b.id in (
        select d.id from hub_subscription d
        where d.next_at <= :now and (d.claimed_until is null or d.claimed_until <= :now)
          and (d.state = 'ENDING' or d.callback_base = cast(:base as text))
        order by d.next_at
        limit :limit
        for update skip locked)
      returning b.*, (select f.hubs from feed_hub f where f.source_id = b.source_id) as hubs
      """;

  /** A promise that the hub keeps stays one, whatever comes of renewing it. */
  private static final String LET_GO =
      """
      update hub_subscription set claim = null, claimed_until = null, failures = failures + 1,
        error_code = :code, error_detail = :detail, next_at = :next,
        state = case
          when state = 'ENDING' and cast(:next as timestamptz) is null then 'ENDED'
          when state = 'ENDING' or (state = 'ACTIVE' and lease_until > :now) then state
          else :state end
      where id = :id and claim = :claim
      """;

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SealedKeys sealed;
  private final Rhythm rhythm;
  private final Clock clock;

  JdbcSubscriptions(
      AcrossOrganizations across,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SealedKeys sealed,
      Rhythm rhythm,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sealed = sealed;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  @Override
  public void endUnwanted(@Nullable URI base) {
    List<UUID> ended =
        across
            .jdbc()
            .sql(END)
            .param("now", now())
            .param("base", written(base), Types.VARCHAR)
            .query((row, i) -> Optional.ofNullable(row.getObject("source_id", UUID.class)))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    if (!ended.isEmpty()) {
      // By itself: whoever stores what was asked locks the other way round.
      across
          .jdbc()
          .sql(AS_USUAL)
          .param("now", now())
          .param("sources", ended.stream().map(UUID::toString).toArray(String[]::new))
          .update();
    }
    across
        .jdbc()
        .sql("delete from hub_subscription where state = 'ENDED' and ended_at < :then")
        .param("then", now().minus(REMEMBERED))
        .update();
  }

  @Override
  public List<Wanted> missing(int limit) {
    return across
        .jdbc()
        .sql(MISSING)
        .param("limit", limit)
        .query(
            (row, i) ->
                new Wanted(
                    organization(row),
                    row.getObject("source_id", UUID.class),
                    URI.create(row.getString("topic")),
                    URI.create(row.getString("hub"))))
        .list();
  }

  @Override
  public void begin(Wanted wanted, URI base, Keys keys) {
    UUID id = UUID.randomUUID();
    inOrganization(
        wanted.organization(),
        () ->
            jdbc.sql(BEGIN)
                .param("id", id)
                .param("organization", wanted.organization().value())
                .param("source", wanted.source())
                .param("hub", wanted.hub().toString())
                .param("topic", wanted.topic().toString())
                .param("base", base.toString())
                .param("hash", keys.hash())
                .param("sealed", sealed.seal(id, keys))
                .param("now", now())
                .update());
  }

  @Override
  public List<Due> claim(@Nullable URI base, int limit) {
    List<Due> all =
        across
            .transactions()
            .execute(
                status ->
                    across
                        .jdbc()
                        .sql(CLAIM)
                        .param("now", now())
                        .param("until", now().plus(rhythm.lease()))
                        .param("confirm", now().plus(TO_CONFIRM))
                        .param("base", written(base), Types.VARCHAR)
                        .param("limit", limit)
                        .query(this::due)
                        .list());
    return all == null ? List.of() : all;
  }

  private Due due(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String state = row.getString("state");
    OffsetDateTime lease = row.getObject("lease_until", OffsetDateTime.class);
    Array hubs = row.getArray("hubs");
    return new Due(
        row.getObject("claim", UUID.class),
        id,
        organization(row),
        URI.create(row.getString("hub")),
        URI.create(row.getString("topic")),
        URI.create(row.getString("callback_base")),
        sealed.open(id, row.getBytes("sealed")),
        state.equals("ENDING"),
        state.equals("ACTIVE") && lease != null && lease.isAfter(now()),
        hubs == null ? List.of() : Stream.of((String[]) hubs.getArray()).map(URI::create).toList(),
        row.getInt("failures"));
  }

  @Override
  public Due move(Due due, URI hub, Keys keys) {
    inOrganization(
        due.organization(),
        () ->
            jdbc.sql(
                    "update hub_subscription set hub = :hub, token_hash = :hash, sealed = :sealed"
                        + " where id = :id and claim = :claim")
                .param("hub", hub.toString())
                .param("hash", keys.hash())
                .param("sealed", sealed.seal(due.id(), keys))
                .param("id", due.id())
                .param("claim", due.claim())
                .update());
    return new Due(
        due.claim(),
        due.id(),
        due.organization(),
        hub,
        due.topic(),
        due.base(),
        keys,
        due.ending(),
        due.pushing(),
        due.hubs(),
        due.failures());
  }

  @Override
  public void asked(Due due, @Nullable Duration again) {
    letGo(due, "ASKED", null, null, again);
  }

  @Override
  public void failed(Due due, String code, String detail, @Nullable Duration again) {
    letGo(due, "FAILED", code, detail, again);
  }

  private void letGo(
      Due due,
      String state,
      @Nullable String code,
      @Nullable String detail,
      @Nullable Duration again) {
    inOrganization(
        due.organization(),
        () ->
            jdbc.sql(LET_GO)
                .param("state", state)
                .param("code", code, Types.VARCHAR)
                .param("detail", detail, Types.VARCHAR)
                .param("next", again == null ? null : now().plus(again), Types.OTHER)
                .param("now", now())
                .param("id", due.id())
                .param("claim", due.claim())
                .update());
  }

  private void inOrganization(OrganizationId organization, Runnable work) {
    CurrentOrganization.run(
        organization, () -> transactions.executeWithoutResult(status -> work.run()));
  }

  private static OrganizationId organization(ResultSet row) throws SQLException {
    return new OrganizationId(row.getObject("organization_id", UUID.class));
  }

  private static @Nullable String written(@Nullable URI base) {
    return base == null ? null : base.toString();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
