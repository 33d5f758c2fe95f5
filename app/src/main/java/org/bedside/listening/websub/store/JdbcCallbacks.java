package org.bedside.listening.websub.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.websub.Callbacks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The state of the source is locked before that of the subscription, here as where asking stores,
 * so that neither waits for the other in a circle.
 */
@Component
class JdbcCallbacks implements Callbacks {

  private static final Duration UNSAID = Duration.ofDays(10);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration SOONEST = Duration.ofMinutes(5);

  /** A hub that didn't get our confirmation asks for it again. */
  private static final Duration ONCE_MORE = Duration.ofMinutes(5);

  private static final Duration AFTER_DENIAL = Duration.ofDays(7);
  private static final int LONGEST_REASON = 300;

  private static final String FIND =
      """
      select b.id, b.organization_id, b.source_id, b.topic, b.sealed, t.connector, f.base,
        b.state in ('ENDING', 'ENDED') or s.id is null or s.state <> 'ACTIVE' as over
      from hub_subscription b left join source s on s.id = b.source_id
        left join source_state t on t.source_id = s.id
        left join feed_hub f on f.source_id = s.id
      where b.token_hash = :hash
      """;

  private static final String SUBSCRIBED =
      """
      update hub_subscription set state = 'ACTIVE', verified_at = :now, lease_until = :lease,
        next_at = :next, claim = null, claimed_until = null, failures = 0, error_code = null,
        error_detail = null, pending_until = least(pending_until, :more)
      where id = :id and topic = :topic and pending = 'subscribe' and pending_until > :now
        and state in ('ASKED', 'ACTIVE', 'FAILED')
      """;

  private static final String UNSUBSCRIBED =
      """
      update hub_subscription set state = 'ENDED', next_at = null, claim = null,
        claimed_until = null, pending_until = least(pending_until, :more)
      where id = :id and topic = :topic and pending = 'unsubscribe' and pending_until > :now
        and state in ('ENDING', 'ENDED')
      """;

  /** The next hub's turn is at once; after the last one has refused there is a long wait. */
  private static final String DENIED =
      """
      update hub_subscription b set state = 'DENIED', failures = b.failures + 1,
        error_code = 'push.denied', error_detail = :reason, claim = null, claimed_until = null,
        pending_until = :now,
        next_at = case when (b.failures + 1) % greatest(1, coalesce(cardinality(f.hubs), 1)) <> 0
          then cast(:now as timestamptz) else cast(:later as timestamptz) end
      from hub_subscription o left join feed_hub f on f.source_id = o.source_id
      where b.id = :id and o.id = b.id and b.topic = :topic
        and b.state in ('ASKED', 'ACTIVE', 'FAILED')
      """;

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SealedKeys sealed;
  private final Clock clock;

  JdbcCallbacks(
      AcrossOrganizations across,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SealedKeys sealed,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sealed = sealed;
    this.clock = clock;
  }

  @Override
  public Optional<Called> find(byte[] tokenHash) {
    return across.jdbc().sql(FIND).param("hash", tokenHash).query(this::called).optional();
  }

  private Called called(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String topic = row.getString("topic");
    return new Called(
        id,
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("source_id", UUID.class),
        Objects.requireNonNullElse(row.getString("connector"), ""),
        row.getBoolean("over"),
        URI.create(topic),
        URI.create(Objects.requireNonNullElse(row.getString("base"), topic)),
        sealed.open(id, row.getBytes("sealed")).secret());
  }

  @Override
  public boolean confirm(Called called, String mode, String topic, @Nullable Duration lease) {
    return switch (mode) {
      case "subscribe" -> in(called, () -> subscribed(called, topic, lease));
      case "unsubscribe" ->
          in(
              called,
              () ->
                  jdbc.sql(UNSUBSCRIBED)
                          .param("id", called.id())
                          .param("topic", topic)
                          .param("now", now())
                          .param("more", now().plus(ONCE_MORE))
                          .update()
                      > 0);
      default -> false;
    };
  }

  private boolean subscribed(Called called, String topic, @Nullable Duration granted) {
    lockSource(called);
    Duration said = granted == null || granted.isZero() ? UNSAID : granted;
    Duration lease = said.compareTo(LONGEST) > 0 ? LONGEST : said;
    Duration renew = lease.multipliedBy(3).dividedBy(4);
    boolean pushed = isPushed(called);
    boolean confirmed =
        jdbc.sql(SUBSCRIBED)
                .param("id", called.id())
                .param("topic", topic)
                .param("now", now())
                .param("lease", now().plus(lease))
                .param("next", now().plus(renew.compareTo(SOONEST) < 0 ? SOONEST : renew))
                .param("more", now().plus(ONCE_MORE))
                .update()
            > 0;
    if (confirmed && !pushed) {
      // What came between the last look and this moment nobody has pushed.
      askSoon(called, false);
    }
    return confirmed;
  }

  private boolean isPushed(Called called) {
    return jdbc.sql(
            "select 1 from hub_subscription where id = :id and state = 'ACTIVE'"
                + " and lease_until > :now")
        .param("id", called.id())
        .param("now", now())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  public boolean denied(Called called, String topic, String reason) {
    return in(
        called,
        () -> {
          lockSource(called);
          String said = reason.replaceAll("\\p{Cntrl}", " ").strip();
          boolean denied =
              jdbc.sql(DENIED)
                      .param("id", called.id())
                      .param("topic", topic)
                      .param("now", now())
                      .param("later", now().plus(AFTER_DENIAL))
                      .param("reason", said.substring(0, Math.min(said.length(), LONGEST_REASON)))
                      .update()
                  > 0;
          if (denied) {
            askSoon(called, true);
          }
          return denied;
        });
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lock(Called called) {
    lockSource(called);
    return jdbc.sql(
            """
            select 1 from hub_subscription b join source s on s.id = b.source_id
            where b.id = :id and s.state = 'ACTIVE'
              and b.state in ('ASKED', 'ACTIVE', 'DENIED', 'FAILED')
            for update of b
            """)
        .param("id", called.id())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void delivered(Called called) {
    jdbc.sql(
            "update hub_subscription set deliveries = deliveries + 1, delivered_at = :now,"
                + " missed_at = null where id = :id")
        .param("id", called.id())
        .param("now", now())
        .update();
  }

  @Override
  public void refused(Called called, String code, boolean ask) {
    in(
        called,
        () -> {
          lockSource(called);
          jdbc.sql(
                  "update hub_subscription set refused = refused + 1, refused_at = :now,"
                      + " refused_code = :code where id = :id")
              .param("id", called.id())
              .param("now", now())
              .param("code", code)
              .update();
          if (ask) {
            askSoon(called, false);
          }
          return true;
        });
  }

  private void lockSource(Called called) {
    jdbc.sql("select 1 from source_state where source_id = :source for update")
        .param("source", called.source())
        .query(Integer.class)
        .optional();
  }

  /**
   * @param usual no later than it would be asked if nobody pushed, instead of now
   */
  private void askSoon(Called called, boolean usual) {
    jdbc.sql(
            """
            update source_state set next_poll_at = least(next_poll_at, cast(:now as timestamptz)
              + case when :usual then interval_seconds else 0 end * interval '1 second')
            where source_id = :source and (claimed_until is null or claimed_until <= :now)
            """)
        .param("source", called.source())
        .param("usual", usual)
        .param("now", now())
        .update();
  }

  private boolean in(Called called, java.util.function.BooleanSupplier work) {
    return CurrentOrganization.<Boolean, RuntimeException>call(
        called.organization(),
        () -> Boolean.TRUE.equals(transactions.execute(status -> work.getAsBoolean())));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
