package org.bedside.identity.store;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Organizations;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOrganizations implements Organizations {

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  JdbcOrganizations(AcrossOrganizations across, JdbcClient jdbc, ApplicationEventPublisher events) {
    this.across = across;
    this.jdbc = jdbc;
    this.events = events;
  }

  @Override
  public List<OrganizationId> all() {
    return across
        .jdbc()
        .sql("select organization_id from organization order by founded_at")
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Details current() {
    return jdbc.sql("select organization_id, name, time_zone, language from organization")
        .query(
            (row, i) ->
                new Details(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    row.getString("name"),
                    ZoneId.of(row.getString("time_zone")),
                    row.getString("language")))
        .single();
  }

  @Override
  @Transactional
  public void change(String name, ZoneId zone, SignedIn by) {
    jdbc.sql("update organization set name = :name, time_zone = :zone")
        .param("name", name)
        .param("zone", zone.getId())
        .update();
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "identity.organization-changed",
            "organization:" + by.organization(),
            Map.of("name", name, "zone", zone.getId())));
  }
}
