package org.bedside.approvals.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.approvals.Due;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.springframework.stereotype.Component;

@Component
class JdbcDueApprovals implements Due {

  private final AcrossOrganizations across;

  JdbcDueApprovals(AcrossOrganizations across) {
    this.across = across;
  }

  @Override
  public List<OrganizationId> requests(Instant now) {
    return across
        .jdbc()
        .sql(
            """
            select distinct organization_id from approval_request
            where outcome is null and look_at <= :now
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }
}
