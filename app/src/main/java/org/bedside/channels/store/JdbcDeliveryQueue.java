package org.bedside.channels.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.sending.Account;
import org.bedside.channels.sending.DeliveryQueue;
import org.bedside.channels.sending.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class JdbcDeliveryQueue implements DeliveryQueue {

  private static final String RETURNING = Announcing.RETURNING;

  /** What is due of an account; nothing new leaves where somebody holds it. */
  private static final String DUE =
      """
      d.channel_id = c.id and d.next_at <= :now and d.lease_until is null and (
        d.state in ('UNKNOWN', 'DELETING')
        or (d.state in ('WAITING', 'EDITING') and not c.paused and not :held and not d.held
          and (d.not_after is null or d.not_after > :now or d.state = 'EDITING')))
      """;

  /** Puts an account that the network asked to be left alone last by leaving it out. */
  private static final String ACCOUNT =
      """
      select c.id from channel c
      where c.removed_at is null and (c.busy_until is null or c.busy_until <= :now)
        and (c.quiet_until is null or c.quiet_until <= :now)
        and exists (select from delivery d where
      """
          + DUE
          + """
              )
          order by c.busy_until nulls first, c.id limit 1
          for update of c skip locked
          """;

  private static final String FIRST_DUE =
      """
      select d.id from delivery d join channel c on c.id = d.channel_id
      where c.id = :channel and
      """
          + DUE
          + """
          order by case d.state when 'DELETING' then 0 when 'UNKNOWN' then 1 else 2 end,
            d.next_at, d.id
          limit 1 for update of d
          """;

  /** Committed before the first byte leaves. */
  private static final String BEGIN =
      """
      update delivery set attempt = :attempt, lease_until = :lease,
        attempts = attempts + case when state = 'WAITING' then 1 else 0 end,
        looks = looks + case when state = 'WAITING' then 0 else 1 end,
        began_at = case when state = 'WAITING' then coalesce(began_at, :now) else began_at end,
        last_began_at = case when state = 'WAITING' then :now else last_began_at end,
        state = case when state = 'WAITING' then 'SENDING' else state end, changed_at = :now
      where id = :id
      """;

  private final JdbcClient jdbc;
  private final JdbcAccounts accounts;
  private final Announcing announcing;
  private final DeliveryPictures pictures;

  JdbcDeliveryQueue(
      JdbcClient jdbc, JdbcAccounts accounts, Announcing announcing, DeliveryPictures pictures) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.announcing = announcing;
    this.pictures = pictures;
  }

  @Override
  public void tidy(Instant now) {
    announcing.tell(
        jdbc.sql(
                """
                update delivery set state = 'UNKNOWN', doubt = true, unknown_since = :now,
                  lease_until = null, next_at = :now, looks = 0, changed_at = :now,
                  error_code = 'channels.unknown.broken-off', error_detail = ''
                where state = 'SENDING' and lease_until <= :now
                """
                    + RETURNING)
            .param("now", Rows.utc(now))
            .query(Announcing.Change::of)
            .list());
    jdbc.sql(
            """
            update delivery set lease_until = null, next_at = :now
            where state in ('UNKNOWN', 'EDITING', 'DELETING') and lease_until <= :now
            """)
        .param("now", Rows.utc(now))
        .update();
    announcing.tell(
        jdbc.sql(
                """
                update delivery set state = 'EXPIRED', next_at = null, changed_at = :now
                where state = 'WAITING' and not_after <= :now
                """
                    + RETURNING)
            .param("now", Rows.utc(now))
            .query(Announcing.Change::of)
            .list(),
        "expired");
    pictures.tidy(now);
    JdbcAttempts.forget(jdbc, now);
  }

  @Override
  public Optional<Claim> claim(Instant now, Instant lease) {
    boolean held = isHeld();
    Optional<UUID> channel =
        jdbc.sql(ACCOUNT)
            .param("now", Rows.utc(now))
            .param("held", held)
            .query(UUID.class)
            .optional();
    return channel.flatMap(id -> claim(id, held, now, lease));
  }

  /** Whoever holds everything waits for those who are just looking whether it is held. */
  private boolean isHeld() {
    HoldLock.shared(jdbc);
    return jdbc.sql("select exists (select from sending_hold)").query(Boolean.class).single();
  }

  private Optional<Claim> claim(UUID channel, boolean held, Instant now, Instant lease) {
    Optional<UUID> delivery =
        jdbc.sql(FIRST_DUE)
            .param("channel", channel)
            .param("now", Rows.utc(now))
            .param("held", held)
            .query(UUID.class)
            .optional();
    if (delivery.isEmpty()) {
      return Optional.empty();
    }
    begin(delivery.get(), now, lease);
    jdbc.sql("update channel set busy_until = :lease where id = :id")
        .param("lease", Rows.utc(lease))
        .param("id", channel)
        .update();
    Account account = accounts.find(channel).orElseThrow();
    JobRow row = JobRow.of(jdbc, delivery.get());
    return Optional.of(new Claim(row.job(), row.task(), account));
  }

  private void begin(UUID delivery, Instant now, Instant lease) {
    announcing.tell(
        jdbc.sql(BEGIN + RETURNING)
            .param("attempt", UUID.randomUUID())
            .param("lease", Rows.utc(lease))
            .param("now", Rows.utc(now))
            .param("id", delivery)
            .query(Announcing.Change::of)
            .list());
  }

  @Override
  public Optional<Job> beginAgain(Job job, Instant now, Instant lease) {
    if (isHeld()) {
      return Optional.empty();
    }
    int ready =
        jdbc.sql(
                """
                update delivery d set state = 'WAITING' from channel c
                where d.id = :id and d.attempt = :attempt and d.state = 'UNKNOWN' and not d.held
                  and c.id = d.channel_id and not c.paused
                """)
            .param("id", job.id())
            .param("attempt", job.attempt())
            .update();
    if (ready == 0) {
      return Optional.empty();
    }
    begin(job.id(), now, lease);
    jdbc.sql("update channel set busy_until = :lease where id = :id")
        .param("lease", Rows.utc(lease))
        .param("id", job.channel())
        .update();
    return Optional.of(JobRow.of(jdbc, job.id()).job());
  }

  @Override
  public void sent(Job job, String id, @Nullable String url, Instant now) {
    announcing.tell(
        changes(
            result(
                    """
                    state = 'SENT', external_id = :external, url = :url, sent_at = :now,
                    next_at = null, unknown_since = null, error_code = null, error_detail = null
                    """,
                    "'SENDING', 'UNKNOWN'",
                    job,
                    now)
                .param("external", id)
                .param("url", url)),
        "sent");
  }

  @Override
  public void edited(Job job, Instant now) {
    announcing.tell(
        changes(
            result(
                """
                state = 'SENT', text = coalesce(new_text, text), new_text = null, next_at = null,
                looks = 0, error_code = null, error_detail = null
                """,
                "'EDITING'",
                job,
                now)),
        "edited");
  }

  @Override
  public void deleted(Job job, Instant now) {
    announcing.tell(
        changes(
            result(
                "state = 'DELETED', next_at = null, error_code = null, error_detail = null",
                "'DELETING'",
                job,
                now)),
        "deleted");
  }

  @Override
  public void refused(Job job, String error, String detail, Instant now) {
    announcing.tell(
        changes(
            result(
                    """
                    state = case when state = 'SENDING' then 'REFUSED' else 'SENT' end,
                    new_text = null, next_at = null, looks = 0, error_code = :error,
                    error_detail = :detail
                    """,
                    "'SENDING', 'EDITING', 'DELETING'",
                    job,
                    now)
                .param("error", error)
                .param("detail", detail)));
  }

  @Override
  public void later(
      Job job, Instant next, @Nullable String error, @Nullable String detail, Instant now) {
    announcing.tell(
        changes(
            result(
                    """
                    state = case when state = 'SENDING' then 'WAITING' else state end,
                    next_at = least(:next, case when state = 'SENDING' then not_after end),
                    error_code = :error, error_detail = :detail
                    """,
                    "'SENDING', 'EDITING', 'DELETING'",
                    job,
                    now)
                .param("next", Rows.utc(next))
                .param("error", error)
                .param("detail", detail)));
  }

  @Override
  public void unknown(Job job, @Nullable Instant next, String error, String detail, Instant now) {
    announcing.tell(
        changes(
            result(
                    """
                    looks = case when state = 'SENDING' then 0 else looks end,
                    unknown_since = coalesce(unknown_since, :now), state = 'UNKNOWN', doubt = true,
                    next_at = :next, error_code = :error, error_detail = :detail
                    """,
                    "'SENDING', 'UNKNOWN'",
                    job,
                    now)
                .param("next", Rows.utcOrNull(next))
                .param("error", error)
                .param("detail", detail)));
  }

  @Override
  public void absent(Job job, Instant now) {
    announcing.tell(
        changes(
            result(
                """
                state = 'WAITING', unknown_since = null, looks = 0, next_at = :now,
                error_code = null, error_detail = null
                """,
                "'UNKNOWN'",
                job,
                now)));
  }

  /** A result of an attempt that another has followed changes nothing. */
  private StatementSpec result(String set, String states, Job job, Instant now) {
    return jdbc.sql(
            "update delivery set lease_until = null, changed_at = :now, "
                + set
                + " where id = :id and attempt = :attempt and state in ("
                + states
                + ")"
                + RETURNING)
        .param("now", Rows.utc(now))
        .param("id", job.id())
        .param("attempt", job.attempt());
  }

  private static List<Announcing.Change> changes(StatementSpec statement) {
    return statement.query(Announcing.Change::of).list();
  }

  @Override
  public void quiet(UUID channel, Instant until) {
    jdbc.sql("update channel set quiet_until = :until where id = :id")
        .param("until", Rows.utc(until))
        .param("id", channel)
        .update();
  }

  @Override
  public void note(UUID channel, @Nullable String error, String detail, Instant now) {
    jdbc.sql(
            """
            update channel set checked_at = case when :error::text is null then :now
                else checked_at end, error_code = :error, error_detail = :detail
            where id = :id
            """)
        .param("error", error)
        .param("detail", detail)
        .param("now", Rows.utc(now))
        .param("id", channel)
        .update();
  }

  @Override
  public void free(UUID channel) {
    jdbc.sql("update channel set busy_until = null where id = :id").param("id", channel).update();
  }
}
