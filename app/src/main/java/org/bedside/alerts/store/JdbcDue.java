package org.bedside.alerts.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.alerts.Due;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.springframework.stereotype.Component;

@Component
class JdbcDue implements Due {

  private final AcrossOrganizations across;

  JdbcDue(AcrossOrganizations across) {
    this.across = across;
  }

  @Override
  public List<OrganizationId> escalations(Instant now) {
    return organizations(
        "select distinct organization_id from alert where state = 'OPEN' and ask_at <= :at", now);
  }

  @Override
  public List<OrganizationId> messages() {
    return across
        .jdbc()
        .sql("select distinct organization_id from alert_notice where message_id is null")
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  public List<OrganizationId> spikes(Instant hour) {
    return across
        .jdbc()
        .sql(
            """
            select distinct f.organization_id from alert_fact f
            where f.hour >= :from and f.hour < :hour and not exists (
              select from alert_judged j
              where j.organization_id = f.organization_id and j.hour >= :hour)
            """)
        .param("from", utc(hour.minus(Duration.ofHours(1))))
        .param("hour", utc(hour))
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  public List<OrganizationId> digests() {
    return across
        .jdbc()
        .sql(
            """
            select organization_id from alert_tuning where digest <> 'NONE'
            union select organization_id from alert_channel where choice in ('DAILY', 'WEEKLY')
            """)
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  public void forget(Instant before) {
    across
        .jdbc()
        .sql("delete from alert_fact where hour < :before")
        .param("before", utc(before))
        .update();
  }

  @Override
  public void forgetMessages(Instant before) {
    across
        .jdbc()
        .sql("delete from alert_message where created_at < :before")
        .param("before", utc(before))
        .update();
  }

  private List<OrganizationId> organizations(String which, Instant at) {
    return across
        .jdbc()
        .sql(which)
        .param("at", utc(at))
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
