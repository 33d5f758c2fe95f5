package org.bedside.improvement;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.hooks.Delivery;
import org.bedside.hooks.Hook;
import org.bedside.hooks.HookMessage;
import org.bedside.hooks.Hooks;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one address of the current organization that is told of its tickets. Thread-safe. */
@Component
public class TicketHook {

  private static final String OWNER = "improvement";

  private final Hooks hooks;
  private final ApplicationEventPublisher events;

  TicketHook(Hooks hooks, ApplicationEventPublisher events) {
    this.hooks = hooks;
    this.events = events;
  }

  /** The address; empty where nobody wants to be told. */
  @Transactional(readOnly = true)
  public Optional<Hook> find() {
    return hooks.of(OWNER).stream().findFirst();
  }

  /**
   * Sets the address, with a secret of its own. What waited for an address before goes with it.
   *
   * @return the secret, which is never shown again
   */
  @Transactional
  public String set(URI address, SignedIn by) {
    String secret = hooks.newSecret();
    forget();
    hooks.add(OWNER, address, secret);
    // the host alone: an address may carry a key of the other side
    audit(by, "improvement.webhook-set", Map.of("host", String.valueOf(address.getHost())));
    return secret;
  }

  /** Tells nobody any more; what waits is not sent. */
  @Transactional
  public void remove(SignedIn by) {
    if (forget()) {
      audit(by, "improvement.webhook-removed", Map.of());
    }
  }

  private boolean forget() {
    List<Hook> told = hooks.of(OWNER);
    told.forEach(hook -> hooks.remove(OWNER, hook.id()));
    return !told.isEmpty();
  }

  /** Tells it of a ticket, in order with what else is told of the same one. */
  @Transactional
  public void tell(UUID hook, UUID key, String event, long ticket, String body) {
    hooks.put(hook, new HookMessage(key, event, "ticket:" + ticket, body));
  }

  /** What was told last, the latest first. */
  @Transactional(readOnly = true)
  public List<Delivery> latest(int most) {
    return hooks.latest(OWNER, most);
  }

  /** Tries one again that was given up; does nothing where it is none of these. */
  @Transactional
  public void again(UUID key) {
    hooks.again(OWNER, key);
  }

  private void audit(SignedIn by, String action, Map<String, String> detail) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "webhook:tickets", detail));
  }
}
