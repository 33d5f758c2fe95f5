package org.bedside.privacy.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.springframework.stereotype.Component;

/** In which organizations an override has waited for too long; never which. */
@Component
class Overdue {

  private final AcrossOrganizations across;

  Overdue(AcrossOrganizations across) {
    this.across = across;
  }

  List<OrganizationId> since(Instant oldest) {
    return across
        .jdbc()
        .sql("select distinct organization_id from guard_override where asked_at <= :oldest")
        .param("oldest", oldest.atOffset(ZoneOffset.UTC))
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }
}
