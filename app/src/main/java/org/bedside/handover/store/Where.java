package org.bedside.handover.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.springframework.stereotype.Component;

/** In which organization something is; never what it is. */
@Component
class Where {

  private final AcrossOrganizations across;

  Where(AcrossOrganizations across) {
    this.across = across;
  }

  /** A conversation and whose it is. */
  record Place(OrganizationId organization, UUID conversation) {}

  /** What a link leads to. */
  Optional<Place> behind(String token) {
    if (!Unguessable.isShaped(token)) {
      return Optional.empty();
    }
    return across
        .jdbc()
        .sql("select organization_id, id from handover where token_hash = :hash")
        .param("hash", Unguessable.hash(token))
        .query(
            (row, i) ->
                new Place(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    row.getObject("id", UUID.class)))
        .optional();
  }

  /** Where {@link JdbcErasures} has something to do. */
  List<OrganizationId> due(Instant now, Instant quietSince) {
    return across
        .jdbc()
        .sql(
            """
            select organization_id from handover
              where state = 'ENDED' and erase_at <= :now and held_at is null
            union select organization_id from handover
              where state in ('INVITED', 'OPENED') and expires_at <= :now
            union select organization_id from handover
              where state in ('CONSENTED', 'WAITING_FOR_THEM') and changed_at <= :quiet
            """)
        .param("now", Rows.utc(now))
        .param("quiet", Rows.utc(quietSince))
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }
}
