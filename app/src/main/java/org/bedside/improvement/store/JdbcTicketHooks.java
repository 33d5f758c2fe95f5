package org.bedside.improvement.store;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Hooks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTicketHooks implements Hooks {

  private static final int SECRET_BYTES = 32;
  private static final String FORGET =
      "delete from improvement_hook where organization_id = current_organization()";

  private final JdbcClient jdbc;
  private final HookSecrets secrets;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  JdbcTicketHooks(
      JdbcClient jdbc, HookSecrets secrets, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Hook> find() {
    return jdbc.sql("select id, address, since from improvement_hook")
        .query(
            (row, i) ->
                new Hook(
                    row.getObject("id", UUID.class),
                    URI.create(row.getString("address")),
                    TicketRow.instant(row, "since")))
        .optional();
  }

  @Override
  @Transactional
  public String set(URI address, SignedIn by) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    UUID id = UUID.randomUUID();
    jdbc.sql(FORGET).update();
    jdbc.sql(
            """
            insert into improvement_hook (id, organization_id, address, secret, since)
            values (:id, current_organization(), :address, :secret, :now)
            """)
        .param("id", id)
        .param("address", address.toString())
        .param("secret", secrets.seal(id, secret))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    // the host alone: an address may carry a key of the other side
    audit(by, "improvement.webhook-set", Map.of("host", String.valueOf(address.getHost())));
    return secret;
  }

  @Override
  @Transactional
  public void remove(SignedIn by) {
    if (jdbc.sql(FORGET).update() > 0) {
      audit(by, "improvement.webhook-removed", Map.of());
    }
  }

  private void audit(SignedIn by, String action, Map<String, String> detail) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "webhook:tickets", detail));
  }
}
