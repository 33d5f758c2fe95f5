package org.bedside.hooks.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.bedside.hooks.HookQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcHookQueue implements HookQueue {

  private static final int LONGEST_DETAIL = 200;

  /** One that waits for an earlier one of its line is not due, whatever its own time. */
  private static final String DUE =
      """
      w.state = 'WAITING' and w.next_at <= :now
        and (w.line is null or not exists (
          select from hook_message earlier
          where earlier.hook_id = w.hook_id and earlier.line = w.line
            and earlier.state = 'WAITING' and earlier.id < w.id))
      """;

  private static final String CLAIM =
      """
      update hook_message m set attempts = m.attempts + 1, next_at = :lease
      from hook h
      where h.id = m.hook_id and m.id in (
        select w.id from hook_message w
        where w.hook_id = :hook and %s
        order by w.id limit :most for update skip locked)
      returning m.id, m.key, m.event, m.body, m.attempts, h.id as hook, h.sealed, h.form, h.address
      """
          .formatted(DUE);

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final SealedHook sealed;

  JdbcHookQueue(AcrossOrganizations across, JdbcClient jdbc, SealedHook sealed) {
    this.across = across;
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  @Override
  public List<Waiting> due(Instant now) {
    return across
        .jdbc()
        .sql("select distinct w.organization_id, w.hook_id from hook_message w where " + DUE)
        .param("now", utc(now))
        .query(
            (row, i) ->
                new Waiting(
                    new OrganizationId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
        .list();
  }

  @Override
  @Transactional
  public List<Due> claim(UUID hook, Instant now, Duration lease, int most) {
    return jdbc
        .sql(CLAIM)
        .param("hook", hook)
        .param("now", utc(now))
        .param("lease", utc(now.plus(lease)))
        .param("most", most)
        .query(this::message)
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Due::id))
        .toList();
  }

  private Due message(ResultSet row, int number) throws SQLException {
    Optional<SealedHook.Opened> opened = sealed.open(row);
    return new Due(
        row.getLong("id"),
        row.getObject("key", UUID.class),
        row.getObject("hook", UUID.class),
        opened.map(SealedHook.Opened::address).orElse(null),
        opened.map(SealedHook.Opened::secret).orElse(""),
        row.getString("event"),
        row.getString("body"),
        row.getInt("attempts"));
  }

  @Override
  @Transactional
  public void delivered(Due due, Instant now) {
    jdbc.sql(
            """
            update hook_message set state = 'DONE', done_at = :now, error_code = null,
              error_detail = ''
            where id = :id
            """)
        .param("id", due.id())
        .param("now", utc(now))
        .update();
    jdbc.sql(
            """
            update hook set delivered_at = :now, failed_at = null, error_code = null,
              error_detail = ''
            where id = :hook
            """)
        .param("hook", due.hook())
        .param("now", utc(now))
        .update();
  }

  @Override
  @Transactional
  public void failed(Due due, String error, String detail, @Nullable Instant next, Instant now) {
    String kept = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    // one that somebody else has taken since is theirs, and one that arrived stays so
    jdbc.sql(
            """
            update hook_message set error_code = :error, error_detail = :detail, state = :state,
              next_at = :next
            where id = :id and state = 'WAITING' and attempts = :attempts
            """)
        .param("error", error)
        .param("detail", kept)
        .param("state", next == null ? "GIVEN_UP" : "WAITING")
        .param("next", utc(next == null ? now : next))
        .param("id", due.id())
        .param("attempts", due.attempts())
        .update();
    jdbc.sql(
            """
            update hook set failed_at = :now, error_code = :error, error_detail = :detail
            where id = :hook
            """)
        .param("hook", due.hook())
        .param("error", error)
        .param("detail", kept)
        .param("now", utc(now))
        .update();
  }

  @Override
  public void forget(Instant before) {
    across
        .jdbc()
        .sql(
            "delete from hook_message where state <> 'WAITING'"
                + " and coalesce(done_at, next_at) < :before")
        .param("before", utc(before))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
