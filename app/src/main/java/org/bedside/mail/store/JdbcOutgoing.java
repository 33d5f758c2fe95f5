package org.bedside.mail.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.bedside.mail.Letter;
import org.bedside.mail.Outgoing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOutgoing implements Outgoing {

  private static final String CLAIM =
      """
      update letter set attempts = attempts + 1, next_at = :lease
      where id in (
        select d.id from letter d where d.state = 'WAITING' and d.next_at <= :now
        order by d.next_at limit :most for update skip locked)
      returning id, recipient, subject, text, created_at, attempts
      """;

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;

  JdbcOutgoing(AcrossOrganizations across, JdbcClient jdbc) {
    this.across = across;
    this.jdbc = jdbc;
  }

  @Override
  public List<OrganizationId> due(Instant now) {
    return across
        .jdbc()
        .sql(
            """
            select distinct organization_id from letter
            where state = 'WAITING' and next_at <= :now
            """)
        .param("now", utc(now))
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  @Transactional
  public List<Due> claim(Instant now, Duration lease, int most) {
    return jdbc.sql(CLAIM)
        .param("now", utc(now))
        .param("lease", utc(now.plus(lease)))
        .param("most", most)
        .query(JdbcOutgoing::due)
        .list();
  }

  private static Due due(ResultSet row, int number) throws SQLException {
    return new Due(
        row.getObject("id", UUID.class),
        new Letter(row.getString("recipient"), row.getString("subject"), row.getString("text")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }

  /** A try that outlived its lease changes nothing that a later one did. */
  @Override
  @Transactional
  public void sent(Due letter, Instant now) {
    jdbc.sql(
            """
            update letter set state = 'SENT', sent_at = :now, tried_at = :now, next_at = null,
              error = null, error_detail = null
            where id = :id and state = 'WAITING'
            """)
        .param("id", letter.id())
        .param("now", utc(now))
        .update();
  }

  @Override
  @Transactional
  public void failed(Due letter, String error, String detail, @Nullable Instant next, Instant now) {
    jdbc.sql(
            """
            update letter set state = :state, next_at = :next, tried_at = :now, error = :error,
              error_detail = :detail
            where id = :id and state = 'WAITING' and attempts = :attempts
            """)
        .param("state", next == null ? "FAILED" : "WAITING")
        .param("next", next == null ? null : utc(next))
        .param("now", utc(now))
        .param("error", error)
        .param("detail", detail)
        .param("id", letter.id())
        .param("attempts", letter.attempts())
        .update();
  }

  @Override
  public void forget(Instant before) {
    across
        .jdbc()
        .sql("delete from letter where state <> 'WAITING' and tried_at < :before")
        .param("before", utc(before))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
