package org.bedside.listening.store;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.bedside.listening.connector.Hooks;
import org.springframework.stereotype.Component;

@Component
class JdbcHooks implements Hooks {

  private final AcrossOrganizations across;
  private final SealedCredentials credentials;

  JdbcHooks(AcrossOrganizations across, SealedCredentials credentials) {
    this.across = across;
    this.credentials = credentials;
  }

  @Override
  public Optional<Hooked> find(UUID source, String connector) {
    return across
        .jdbc()
        .sql(
            """
            select t.organization_id, s.url, t.login
            from source_state t join source s on s.id = t.source_id
            where t.source_id = :source and t.connector = :connector and s.state = 'ACTIVE'
              and s.url is not null
            """)
        .param("source", source)
        .param("connector", connector)
        .query(
            (row, i) ->
                new Hooked(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    source,
                    URI.create(row.getString("url")),
                    credentials.open(source, row.getBytes("login"))))
        .optional();
  }
}
