package org.bedside.channels.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.channels.sending.SendingDue;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.springframework.stereotype.Component;

@Component
class JdbcSendingDue implements SendingDue {

  private final AcrossOrganizations across;

  JdbcSendingDue(AcrossOrganizations across) {
    this.across = across;
  }

  @Override
  public List<OrganizationId> organizations(Instant now) {
    return across
        .jdbc()
        .sql(
            """
            select organization_id from delivery where next_at <= :now
            union select organization_id from delivery where lease_until <= :now
            union select organization_id from channel_attempt where expires_at <= :now
            union select p.organization_id
            """
                + DeliveryPictures.OVER)
        .param("now", Rows.utc(now))
        .param("over", Rows.utc(now.minus(DeliveryPictures.KEPT)))
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }
}
