package org.bedside.live.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.live.LiveChange;
import org.bedside.live.LiveTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All pages that listen, and what they may hear of. Thread-safe. */
@Component
class OpenPages implements SmartLifecycle {

  /** After it a page connects again, and is asked anew who looks at it. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int MOST_KEYS = 5;

  private final Map<OrganizationId, Set<OpenPage>> open = new ConcurrentHashMap<>();
  private final Map<OrganizationId, Map<String, Instant>> changed = new ConcurrentHashMap<>();
  private final Map<String, Permission> topics;
  private final Keys watchable;
  private final Telling telling;
  private final Clock clock;
  private volatile Instant since;
  private volatile boolean running;

  OpenPages(List<LiveTopic> topics, Keys watchable, Telling telling, Clock clock) {
    this.telling = telling;
    this.topics =
        topics.stream().collect(toUnmodifiableMap(LiveTopic::name, LiveTopic::permission));
    this.watchable = watchable;
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
    return open(who, watching, after, new SseEmitter(LONGEST.toMillis()));
  }

  /** The same with the stream to write to. */
  SseEmitter open(
      SignedIn who, Collection<String> watching, @Nullable Instant after, SseEmitter emitter) {
    Set<String> keys =
        watching.stream()
            .filter(key -> watchable.mayWatch(key, who))
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
    keys.forEach(key -> cameOrWent(who.organizationId(), key));
    return emitter;
  }

  /** Who has what open here, for other processes. */
  List<Word.Present> present() {
    List<Word.Present> all = new ArrayList<>();
    open.forEach(
        (organization, pages) ->
            pages.stream()
                .flatMap(page -> page.watching().stream())
                .distinct()
                .forEach(key -> all.add(present(organization, key))));
    return all;
  }

  private Word.Present present(OrganizationId organization, String key) {
    return new Word.Present(
        telling.process(),
        organization,
        key,
        watching(organization, key).map(page -> page.who().id()).toList());
  }

  /** The pages of the organization that have it open here. */
  Stream<OpenPage> watching(OrganizationId organization, String key) {
    return here(organization).stream().filter(page -> page.watching().contains(key));
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(LiveChange change) {
    if (topics.containsKey(change.topic())) {
      changed(change.organization(), change.topic());
      telling.tell(new Word.Changed(telling.process(), change.organization(), change.topic()));
    }
  }

  /** Tells the pages that are open here. */
  void changed(OrganizationId organization, String topic) {
    if (topics.containsKey(topic)) {
      changed
          .computeIfAbsent(organization, id -> new ConcurrentHashMap<>())
          .put(topic, clock.instant());
      here(organization).forEach(page -> tell(page, topic));
    }
  }

  /** Other processes were not heard for a while: anything may have changed. */
  void missedAnything() {
    since = clock.instant();
    open.values()
        .forEach(here -> here.forEach(page -> topics.keySet().forEach(name -> tell(page, name))));
  }

  private void tell(OpenPage page, String topic) {
    Permission needed = topics.get(topic);
    if (needed != null && page.who().may(needed)) {
      page.tell(topic);
    }
  }

  /** What changed while a page did not listen; anything may have before this process listened. */
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
      page.watching().forEach(key -> cameOrWent(organization, key));
    }
  }

  private void cameOrWent(OrganizationId organization, String key) {
    tellPresence(organization, key);
    telling.tell(present(organization, key));
  }

  /** Those who have it open here hear that somebody came or went. */
  void tellPresence(OrganizationId organization, String key) {
    watching(organization, key).forEach(page -> page.tell("presence:" + key));
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
