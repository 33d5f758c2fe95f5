package org.bedside.listening.push;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and ends the secrets of signed webhooks. */
@Component
class WebhookSecrets {

  static final int LONGEST_NAME = 200;
  private static final int SECRET_BYTES = 32;

  private final Webhooks webhooks;
  private final Sources sources;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(Webhooks webhooks, Sources sources, ApplicationEventPublisher events) {
    this.webhooks = webhooks;
    this.sources = sources;
    this.events = events;
  }

  /**
   * @param path to be posted to, on this server
   * @param secret shown this once
   */
  record Made(UUID id, String source, String path, String secret) {
    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }

  /** The source is made where there is none of that name; an older secret of it ends. */
  @Transactional
  Made make(String name, SignedIn who) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Source source = sources.named(name, Source.Kind.API, who);
    webhooks.keep(source.id(), secret);
    audit(who, "listening.webhook-made", source.id());
    return new Made(source.id(), source.name(), path(source.id()), secret);
  }

  @Transactional(readOnly = true)
  List<Webhooks.Entry> all() {
    return webhooks.all();
  }

  /** Whether there was one. */
  @Transactional
  boolean remove(UUID id, SignedIn who) {
    boolean there = webhooks.remove(id);
    if (there) {
      audit(who, "listening.webhook-removed", id);
    }
    return there;
  }

  private void audit(SignedIn who, String action, UUID source) {
    events.publishEvent(
        new Auditable(who.actor(), who.name(), action, "source:" + source, Map.of()));
  }

  static String path(UUID source) {
    return "/hooks/posts/" + source;
  }
}
