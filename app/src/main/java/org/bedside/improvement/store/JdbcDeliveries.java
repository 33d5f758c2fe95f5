package org.bedside.improvement.store;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.improvement.Deliveries;
import org.bedside.improvement.DeliveryWaiting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcDeliveries implements Deliveries {

  /** Longer than a try may last; a process that dies in it delays its deliveries by so much. */
  private static final Duration OURS_FOR = Duration.ofMinutes(10);

  private static final String TAKE =
      """
      update improvement_delivery d set attempts = d.attempts + 1, next_at = :until
      from improvement_hook h
      where h.id = d.hook_id and d.id in (
        select w.id from improvement_delivery w
        where w.state = 'WAITING' and w.next_at <= :now and not exists (
          select from improvement_delivery earlier
          where earlier.ticket_id = w.ticket_id and earlier.state = 'WAITING'
            and earlier.id < w.id)
        order by w.id limit :most for update skip locked)
      returning d.id, d.key, d.event, d.body, d.attempts, h.id as hook, h.address, h.secret
      """;

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final HookSecrets secrets;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcDeliveries(
      AcrossOrganizations across,
      JdbcClient jdbc,
      HookSecrets secrets,
      ApplicationEventPublisher events,
      Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<OrganizationId> due() {
    return across
        .jdbc()
        .sql(
            """
            select distinct organization_id from improvement_delivery
            where state = 'WAITING' and next_at <= :now
            """)
        .param("now", now())
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  @Transactional
  public List<Due> take(int most) {
    return jdbc
        .sql(TAKE)
        .param("now", now())
        .param("until", now().plus(OURS_FOR))
        .param("most", most)
        .query(
            (row, i) ->
                new Due(
                    row.getLong("id"),
                    row.getObject("key", UUID.class),
                    URI.create(row.getString("address")),
                    secrets.open(row.getObject("hook", UUID.class), row.getBytes("secret")),
                    row.getString("event"),
                    row.getString("body"),
                    row.getInt("attempts")))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Due::id))
        .toList();
  }

  @Override
  @Transactional
  public void delivered(Due due) {
    jdbc.sql(
            """
            update improvement_delivery set state = 'DONE', done_at = :now, error_code = null,
              error_detail = ''
            where id = :id
            """)
        .param("id", due.id())
        .param("now", now())
        .update();
  }

  @Override
  @Transactional
  public void failed(Due due, String code, String detail, @Nullable Duration wait) {
    // one that somebody else has taken since is theirs, and one that arrived stays so
    jdbc.sql(
            """
            update improvement_delivery set error_code = :code, error_detail = :detail,
              state = case when :wait::bigint is null then 'GIVEN_UP' else state end,
              next_at = :now + coalesce(:wait::bigint, 0) * interval '1 second'
            where id = :id and state = 'WAITING' and attempts = :attempts
            """)
        .param("code", code)
        .param("detail", detail.length() <= 200 ? detail : detail.substring(0, 200))
        .param("wait", wait == null ? null : wait.toSeconds(), java.sql.Types.BIGINT)
        .param("now", now())
        .param("id", due.id())
        .param("attempts", due.attempts())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Delivery> latest(int most) {
    return jdbc.sql(
            """
            select key, ticket_id, event, state, attempts, error_code, error_detail,
              coalesce(done_at, next_at) as at
            from improvement_delivery order by id desc limit :most
            """)
        .param("most", most)
        .query(
            (row, i) ->
                new Delivery(
                    row.getObject("key", UUID.class),
                    row.getLong("ticket_id"),
                    row.getString("event"),
                    State.valueOf(row.getString("state")),
                    row.getInt("attempts"),
                    row.getString("error_code"),
                    row.getString("error_detail"),
                    TicketRow.instant(row, "at")))
        .list();
  }

  @Override
  @Transactional
  public void again(UUID key) {
    int waits =
        jdbc.sql(
                """
                update improvement_delivery set state = 'WAITING', attempts = 0, next_at = :now
                where key = :key and state = 'GIVEN_UP'
                """)
            .param("key", key)
            .param("now", now())
            .update();
    if (waits > 0) {
      events.publishEvent(new DeliveryWaiting(CurrentOrganization.get()));
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
