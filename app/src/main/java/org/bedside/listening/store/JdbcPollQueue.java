package org.bedside.listening.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.PostIntake;
import org.bedside.listening.Received;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.connector.Rhythm;
import org.bedside.listening.connector.Target;
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

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PostIntake intake;
  private final SealedLogins logins;
  private final Rhythm rhythm;
  private final Clock clock;

  JdbcPollQueue(
      AcrossOrganizations across,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PostIntake intake,
      SealedLogins logins,
      Rhythm rhythm,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.intake = intake;
    this.logins = logins;
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
    return new Claim(
        row.getObject("claim", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        source,
        row.getString("connector"),
        new Target(
            URI.create(row.getString("url")),
            row.getString("cursor"),
            logins.open(source, row.getBytes("login"))),
        Duration.ofSeconds(row.getInt("interval_seconds")),
        row.getInt("failures"));
  }

  @Override
  public Outcome heard(Claim claim, Heard heard) {
    return CurrentOrganization.<Outcome, RuntimeException>call(
        claim.organization(),
        () -> {
          Outcome outcome = transactions.execute(status -> store(claim, heard));
          return outcome == null ? new Outcome.Lost() : outcome;
        });
  }

  private Outcome store(Claim claim, Heard heard) {
    boolean mine =
        jdbc.sql("select 1 from source_state where source_id = :id and claim = :claim for update")
            .param("id", claim.source())
            .param("claim", claim.id())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!mine) {
      return new Outcome.Lost();
    }
    return switch (heard) {
      case Heard.Posts posts -> {
        Received received = intake.receive(claim.source(), posts.posts());
        int withdrawn =
            posts.withdrawn().isEmpty() ? 0 : intake.withdraw(claim.source(), posts.withdrawn());
        boolean brought = received.stored() + received.changed() > 0;
        succeeded(claim, rhythm.after(claim.every(), brought), posts.cursor());
        yield new Outcome.Stored(received, withdrawn);
      }
      case Heard.Unchanged _ -> {
        succeeded(claim, rhythm.after(claim.every(), false), claim.target().cursor());
        yield new Outcome.Unchanged();
      }
      case Heard.Trouble trouble -> {
        failed(claim, trouble);
        yield new Outcome.Failed(trouble.code());
      }
    };
  }

  private void succeeded(
      Claim claim, Duration next, @org.jspecify.annotations.Nullable String cursor) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update source_state set cursor = :cursor, next_poll_at = :next,
              interval_seconds = :interval, claim = null, claimed_until = null,
              last_success_at = :now, failures = 0, failing_since = null, error_code = null,
              error_detail = null
            where source_id = :id
            """)
        .param("cursor", cursor)
        .param("next", utc(now.plus(next)))
        .param("interval", next.toSeconds())
        .param("now", utc(now))
        .param("id", claim.source())
        .update();
  }

  private void failed(Claim claim, Heard.Trouble trouble) {
    Instant now = clock.instant();
    Duration wait = rhythm.afterFailure(claim.every(), claim.failures() + 1, trouble.retryAfter());
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

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
