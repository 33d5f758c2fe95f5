package org.bedside.channels.store;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.bedside.audit.Auditable;
import org.bedside.channels.connecting.Client;
import org.bedside.channels.connecting.Clients;
import org.bedside.channels.connecting.Grantor;
import org.bedside.identity.SignedIn;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component("channelClients")
class JdbcClients implements Clients {

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcClients(JdbcClient jdbc, Secrets secrets, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Client> find(Grantor grantor) {
    return jdbc.sql("select organization_id, sealed from channel_client where grantor = :grantor")
        .param("grantor", grantor.name())
        .query((row, i) -> opened(row.getBytes("sealed"), context(row.getString(1), grantor)))
        .optional()
        .flatMap(found -> found);
  }

  private Optional<Client> opened(byte[] sealed, String context) {
    try {
      return Optional.of(
          JsonMapper.shared().readValue(secrets.open(sealed, context), Client.class));
    } catch (SecretUnreadableException e) {
      return Optional.empty();
    }
  }

  private static String context(String organization, Grantor grantor) {
    return "channel-client:" + organization + ":" + grantor;
  }

  @Override
  @Transactional
  public void keep(Grantor grantor, Client client, SignedIn by) {
    String json = JsonMapper.shared().writeValueAsString(client);
    String organization = by.organization().toString();
    jdbc.sql(
            """
            insert into channel_client (organization_id, grantor, sealed, set_at)
            values (current_organization(), :grantor, :sealed, :now)
            on conflict (organization_id, grantor)
              do update set sealed = excluded.sealed, set_at = excluded.set_at
            """)
        .param("grantor", grantor.name())
        .param("sealed", secrets.seal(json, context(organization, grantor)))
        .param("now", Rows.utc(clock.instant()))
        .update();
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "channels.client-entered",
            "channel-client:" + grantor.path(),
            Map.of("name", grantor.name())));
  }
}
