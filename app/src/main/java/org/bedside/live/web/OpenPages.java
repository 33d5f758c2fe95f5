package org.bedside.live.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.live.LiveChange;
import org.bedside.live.LiveTopic;
import org.bedside.live.Presence;
import org.bedside.live.Watchable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All pages that listen, and what they may hear of. Thread-safe. */
@Component
class OpenPages implements Presence, SmartLifecycle {

  /** After it a page connects again, and is asked anew who looks at it. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Pattern KEY = Pattern.compile("([a-z-]{1,30}):[A-Za-z0-9-]{1,40}");
  private static final int MOST_KEYS = 5;

  private final Map<OrganizationId, Set<OpenPage>> open = new ConcurrentHashMap<>();
  private final Map<OrganizationId, Map<String, Instant>> changed = new ConcurrentHashMap<>();
  private final Map<String, Permission> topics;
  private final Map<String, Permission> kinds;
  private final Clock clock;
  private final Instant since;
  private volatile boolean running;

  OpenPages(List<LiveTopic> topics, List<Watchable> kinds, Clock clock) {
    this.topics =
        topics.stream().collect(toUnmodifiableMap(LiveTopic::name, LiveTopic::permission));
    this.kinds = kinds.stream().collect(toUnmodifiableMap(Watchable::kind, Watchable::permission));
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * Lets a page listen.
   *
   * @param watching keys that it has open; those that its reader may not watch are left out
   * @param after when it last heard, so that it is told what it missed; null where it is new
   */
  SseEmitter open(SignedIn who, Collection<String> watching, @Nullable Instant after) {
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    Set<String> keys =
        watching.stream()
            .filter(key -> mayWatch(key, who))
            .limit(MOST_KEYS)
            .collect(Collectors.toSet());
    OpenPage page = new OpenPage(who, keys, emitter, clock);
    here(who.organizationId()).add(page);
    emitter.onCompletion(() -> gone(page));
    emitter.onTimeout(emitter::complete);
    emitter.onError(error -> gone(page));
    if (after != null) {
      missed(who.organizationId(), after).forEach(topic -> tell(page, topic));
    }
    Thread.ofVirtual().name("live page").start(page::write);
    keys.forEach(key -> tellPresence(who.organizationId(), key));
    return emitter;
  }

  @Override
  public List<String> others(String key, SignedIn who) {
    if (!mayWatch(key, who)) {
      return List.of();
    }
    return here(who.organizationId()).stream()
        .filter(page -> page.watching().contains(key) && !page.who().id().equals(who.id()))
        .collect(
            Collectors.toMap(
                page -> page.who().id(), page -> page.who().name(), (one, same) -> one))
        .values()
        .stream()
        .sorted()
        .toList();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(LiveChange change) {
    if (topics.containsKey(change.topic())) {
      changed
          .computeIfAbsent(change.organization(), id -> new ConcurrentHashMap<>())
          .put(change.topic(), clock.instant());
      here(change.organization()).forEach(page -> tell(page, change.topic()));
    }
  }

  private void tell(OpenPage page, String topic) {
    Permission needed = topics.get(topic);
    if (needed != null && page.who().may(needed)) {
      page.tell(topic);
    }
  }

  /** What changed while a page did not listen; anything may have before this process began. */
  private Set<String> missed(OrganizationId organization, Instant after) {
    if (after.isBefore(since)) {
      return topics.keySet();
    }
    return changed.getOrDefault(organization, Map.of()).entrySet().stream()
        .filter(change -> !change.getValue().isBefore(after))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void gone(OpenPage page) {
    OrganizationId organization = page.who().organizationId();
    page.end();
    if (here(organization).remove(page)) {
      page.watching().forEach(key -> tellPresence(organization, key));
    }
  }

  private void tellPresence(OrganizationId organization, String key) {
    here(organization).stream()
        .filter(page -> page.watching().contains(key))
        .forEach(page -> page.tell("presence:" + key));
  }

  private boolean mayWatch(String key, SignedIn who) {
    var parts = KEY.matcher(key);
    Permission needed = parts.matches() ? kinds.get(parts.group(1)) : null;
    return needed != null && who.may(needed);
  }

  private Set<OpenPage> here(OrganizationId organization) {
    return open.computeIfAbsent(organization, id -> ConcurrentHashMap.newKeySet());
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends the streams before the server waits for its requests to end. */
  @Override
  public void stop() {
    running = false;
    // Each by itself: one that hangs in a write must not keep the others.
    open.values().forEach(here -> here.forEach(page -> Thread.ofVirtual().start(page::close)));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
