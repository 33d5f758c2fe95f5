package org.bedside.listening.push.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.push.Webhooks;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcWebhooks implements Webhooks {

  private final AcrossOrganizations across;
  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final Clock clock;

  JdbcWebhooks(AcrossOrganizations across, JdbcClient jdbc, Secrets secrets, Clock clock) {
    this.across = across;
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public Optional<Hook> find(UUID source) {
    try {
      return across
          .jdbc()
          .sql(
              """
              select w.organization_id, s.state, w.secret
              from source_webhook w join source s on s.id = w.source_id
              where w.source_id = :source
              """)
          .param("source", source)
          .query(
              (row, i) ->
                  new Hook(
                      new OrganizationId(row.getObject("organization_id", UUID.class)),
                      source,
                      row.getString("state").equals("ACTIVE"),
                      secrets.open(row.getBytes("secret"), context(source))))
          .optional();
    } catch (SecretUnreadableException e) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(UUID source, String secret) {
    jdbc.sql(
            """
            insert into source_webhook (source_id, organization_id, secret, created_at)
            values (:source, :organization, :secret, :now)
            on conflict (source_id) do update set secret = excluded.secret,
              created_at = excluded.created_at
            """)
        .param("source", source)
        .param("organization", CurrentOrganization.get().value())
        .param("secret", secrets.seal(secret, context(source)))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public boolean remove(UUID source) {
    return jdbc.sql("delete from source_webhook where source_id = :source")
            .param("source", source)
            .update()
        > 0;
  }

  @Override
  public List<Entry> all() {
    return jdbc.sql(
            """
            select w.source_id, s.name, w.created_at
            from source_webhook w join source s on s.id = w.source_id order by lower(s.name)
            """)
        .query(
            (row, i) ->
                new Entry(
                    row.getObject("source_id", UUID.class),
                    row.getString("name"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static String context(UUID source) {
    return "webhook:" + source;
  }
}
