package org.bedside.listening.imports.store;

import java.util.List;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.bedside.listening.imports.UnfinishedImports;
import org.springframework.stereotype.Component;

@Component
class JdbcUnfinishedImports implements UnfinishedImports {

  private final AcrossOrganizations across;

  JdbcUnfinishedImports(AcrossOrganizations across) {
    this.across = across;
  }

  @Override
  public List<Unfinished> running() {
    return across
        .jdbc()
        .sql("select organization_id, id from import_job where state = 'RUNNING' order by id")
        .query(
            (row, i) ->
                new Unfinished(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    row.getObject("id", UUID.class)))
        .list();
  }

  @Override
  public List<UUID> needingFiles() {
    return across
        .jdbc()
        .sql("select id from import_job where state not in ('DONE', 'CANCELLED')")
        .query((row, i) -> row.getObject("id", UUID.class))
        .list();
  }
}
