package org.bedside.listening.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.PostIntake;
import org.bedside.listening.Received;
import org.bedside.listening.Remark;
import org.bedside.listening.Silences;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.connector.PushedSources;
import org.bedside.listening.connector.Rhythm;
import org.bedside.listening.connector.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcPollQueue implements PollQueue {

  /** A feed that came in without its state, from whatever door. */
  private static final String COMPLETE =
      """
      insert into source_state (source_id, organization_id, next_poll_at)
      select s.id, s.organization_id, :now from source s
      where s.kind = 'FEED' and s.url is not null
        and not exists (select from source_state t where t.source_id = s.id)
      on conflict do nothing
      """;

  private static final String CLAIM =
      """
      update source_state t set claim = gen_random_uuid(), claimed_until = :until,
        last_attempt_at = :now
      from source s
      where s.id = t.source_id and t.source_id in (
        select d.source_id from source_state d join source a on a.id = d.source_id
        where d.next_poll_at <= :now and a.state = 'ACTIVE' and a.url is not null
          and (d.claimed_until is null or d.claimed_until <= :now)
        order by d.next_poll_at
        limit :limit
        for update of d skip locked)
      returning t.claim, t.organization_id, t.source_id, t.connector, s.url, t.cursor, t.login,
        t.interval_seconds, t.failures
      """;

  private static final String KEEP =
      """
      update source_state set claimed_until = :until, last_attempt_at = :now,
        last_success_at = :now, failures = 0, failing_since = null, error_code = null,
        error_detail = null
      where source_id = :id and claim = :claim
        and exists (select from source s where s.id = source_id and s.state = 'ACTIVE')
      """;

  private static final String WATCHED =
      "select name, query from watch where state = 'ACTIVE' order by created_at, id";

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PostIntake intake;
  private final SealedCredentials credentials;
  private final PushedSources pushed;
  private final Silences silences;
  private final Rhythm rhythm;
  private final Clock clock;

  JdbcPollQueue(
      AcrossOrganizations across,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PostIntake intake,
      SealedCredentials credentials,
      PushedSources pushed,
      Silences silences,
      Rhythm rhythm,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.intake = intake;
    this.credentials = credentials;
    this.pushed = pushed;
    this.silences = silences;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  @Override
  public List<Claim> claim(int limit) {
    OffsetDateTime now = utc(clock.instant());
    List<Claim> claims =
        across
            .transactions()
            .execute(
                status -> {
                  across.jdbc().sql(COMPLETE).param("now", now).update();
                  return across
                      .jdbc()
                      .sql(CLAIM)
                      .param("now", now)
                      .param("until", now.plus(rhythm.lease()))
                      .param("limit", limit)
                      .query(this::claimed)
                      .list();
                });
    return claims == null ? List.of() : claims;
  }

  private Claim claimed(ResultSet row, int index) throws SQLException {
    UUID source = row.getObject("source_id", UUID.class);
    OrganizationId organization = new OrganizationId(row.getObject("organization_id", UUID.class));
    return new Claim(
        row.getObject("claim", UUID.class),
        organization,
        source,
        row.getString("connector"),
        new Target(
            URI.create(row.getString("url")),
            row.getString("cursor"),
            credentials.open(source, row.getBytes("login")),
            () -> watched(organization)),
        Duration.ofSeconds(row.getInt("interval_seconds")),
        row.getInt("failures"));
  }

  private List<Target.Watched> watched(OrganizationId organization) {
    return CurrentOrganization.<List<Target.Watched>, RuntimeException>call(
        organization,
        () -> transactions.execute(status -> jdbc.sql(WATCHED).query(Target.Watched.class).list()));
  }

  @Override
  public Outcome heard(Claim claim, Heard heard) {
    return inOrganization(claim, () -> store(claim, heard), new Outcome.Lost());
  }

  private Outcome store(Claim claim, Heard heard) {
    if (!mine(claim)) {
      return new Outcome.Lost();
    }
    return switch (heard) {
      case Heard.Posts posts -> {
        Outcome.Stored stored = receive(claim, posts, false);
        if (posts.offer() != null) {
          pushed.offered(claim.source(), posts.offer());
        }
        boolean brought = stored.received().stored() + stored.received().changed() > 0;
        rests(claim, brought, stored.received().stored() > 0, posts.again());
        if (stored.received().stored() > 0 || stored.withdrawn() > 0) {
          silences.news(claim.source());
        } else {
          silences.quiet(claim.source(), JdbcSilences.quiet(claim.target().url(), posts, brought));
        }
        yield stored;
      }
      case Heard.Unchanged _ -> {
        rests(claim, false, false, null);
        silences.quiet(claim.source(), Silences.Quiet.of(Silences.Answer.NOTHING));
        yield new Outcome.Unchanged();
      }
      case Heard.Trouble trouble -> {
        int failures = claim.failures() + 1;
        failed(claim, trouble, rhythm.afterFailure(claim.every(), failures, trouble.retryAfter()));
        yield new Outcome.Failed(trouble.code());
      }
    };
  }

  /**
   * Until it is asked again. While a hub pushes it, that is seldom, and its own rhythm is kept for
   * the time when no hub does.
   *
   * @param again where the source says when
   */
  private void rests(Claim claim, boolean brought, boolean news, @Nullable Duration again) {
    Optional<Duration> rest = pushed.rest(claim.source(), news);
    Duration every = rest.isPresent() ? claim.every() : rhythm.after(claim.every(), brought);
    succeeded(claim, every, again != null ? again : rest.orElse(every));
  }

  private Outcome.Stored receive(Claim claim, Heard.Posts posts, boolean stream) {
    Received received =
        stream
            ? intake.receiveFromStream(claim.source(), posts.posts())
            : intake.receive(claim.source(), posts.posts());
    int withdrawn =
        posts.withdrawn().isEmpty() ? 0 : intake.withdraw(claim.source(), posts.withdrawn());
    if (!posts.withdrawnBelow().isEmpty()) {
      withdrawn += intake.withdrawBelow(claim.source(), posts.withdrawnBelow());
    }
    jdbc.sql("update source_state set cursor = :cursor, back_to = :back where source_id = :id")
        .param("cursor", posts.cursor())
        .param("back", posts.backTo() == null ? null : utc(posts.backTo()), Types.OTHER)
        .param("id", claim.source())
        .update();
    renew(claim, posts.renewed());
    if (posts.remarks() != null) {
      keep(claim, posts.remarks());
    }
    return new Outcome.Stored(received, withdrawn);
  }

  private void keep(Claim claim, List<Remark> remarks) {
    jdbc.sql("update source_state set remarks = :remarks::jsonb where source_id = :id")
        .param("remarks", StoredRemarks.write(remarks))
        .param("id", claim.source())
        .update();
  }

  private void renew(Claim claim, @Nullable Credential renewed) {
    if (renewed != null) {
      jdbc.sql(
              "update source_state set login = :login, credential_expires_at = :expires"
                  + " where source_id = :id")
          .param("login", credentials.seal(claim.source(), renewed), Types.BINARY)
          .param(
              "expires", renewed.expiresAt() == null ? null : utc(renewed.expiresAt()), Types.OTHER)
          .param("id", claim.source())
          .update();
    }
  }

  private boolean mine(Claim claim) {
    return jdbc.sql(
            "select 1 from source_state where source_id = :id and claim = :claim for update")
        .param("id", claim.source())
        .param("claim", claim.id())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private void succeeded(Claim claim, Duration every, Duration next) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update source_state set next_poll_at = :next,
              interval_seconds = :interval, claim = null, claimed_until = null,
              last_success_at = :now, failures = 0, failing_since = null, error_code = null,
              error_detail = null
            where source_id = :id
            """)
        .param("next", utc(now.plus(next)))
        .param("interval", every.toSeconds())
        .param("now", utc(now))
        .param("id", claim.source())
        .update();
  }

  private void failed(Claim claim, Heard.Trouble trouble, Duration wait) {
    Instant now = clock.instant();
    renew(claim, trouble.renewed());
    jdbc.sql(
            """
            update source_state set next_poll_at = :next, claim = null, claimed_until = null,
              failures = failures + 1, failing_since = coalesce(failing_since, :now),
              error_code = :code, error_detail = :detail
            where source_id = :id
            """)
        .param("next", utc(now.plus(wait)))
        .param("now", utc(now))
        .param("code", trouble.code())
        .param("detail", Normalised.clean(trouble.detail()))
        .param("id", claim.source())
        .update();
  }

  @Override
  public void prepare(Claim claim) {
    CurrentOrganization.run(claim.organization(), intake::prepare);
  }

  @Override
  public boolean hear(Claim claim, Heard.Posts posts) {
    return inOrganization(
        claim,
        () -> {
          boolean kept = kept(claim);
          if (kept) {
            receive(claim, posts, true);
          }
          return kept;
        },
        false);
  }

  @Override
  public boolean remark(Claim claim, List<Remark> remarks) {
    return inOrganization(
        claim,
        () -> {
          boolean mine = mine(claim);
          if (mine) {
            keep(claim, remarks);
          }
          return mine;
        },
        false);
  }

  @Override
  public boolean keep(Claim claim) {
    return inOrganization(claim, () -> kept(claim), false);
  }

  /** Renews the lease, unless the source is somebody else's or paused by now. */
  private boolean kept(Claim claim) {
    Instant now = clock.instant();
    return jdbc.sql(KEEP)
            .param("id", claim.source())
            .param("claim", claim.id())
            .param("now", utc(now))
            .param("until", utc(now.plus(rhythm.lease())))
            .update()
        > 0;
  }

  @Override
  public void broke(Claim claim, Heard.Trouble trouble) {
    inOrganization(
        claim,
        () -> {
          if (mine(claim)) {
            int failures = failures(claim) + 1;
            failed(claim, trouble, rhythm.afterBreak(failures, trouble.retryAfter()));
          }
          return true;
        },
        true);
  }

  /** Those of now: a stream that brought something since it was taken has none any more. */
  private int failures(Claim claim) {
    return jdbc.sql("select failures from source_state where source_id = :id")
        .param("id", claim.source())
        .query(Integer.class)
        .single();
  }

  @Override
  public void releaseAll() {
    across
        .transactions()
        .executeWithoutResult(
            status ->
                across
                    .jdbc()
                    .sql(
                        "update source_state set claim = null, claimed_until = null"
                            + " where claim is not null")
                    .update());
  }

  @Override
  public void release(Claim claim, Duration again) {
    inOrganization(
        claim,
        () ->
            jdbc.sql(
                    "update source_state set claim = null, claimed_until = null,"
                        + " next_poll_at = :next where source_id = :id and claim = :claim")
                .param("next", utc(clock.instant().plus(again)))
                .param("id", claim.source())
                .param("claim", claim.id())
                .update(),
        0);
  }

  private <T> T inOrganization(Claim claim, Supplier<T> work, T otherwise) {
    return CurrentOrganization.<T, RuntimeException>call(
        claim.organization(),
        () -> {
          T outcome = transactions.execute(status -> work.get());
          return outcome == null ? otherwise : outcome;
        });
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
