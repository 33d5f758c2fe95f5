package org.bedside.alerts.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bedside.alerts.AlertsChanged;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages of alerts, a second at most after it happened, that some are new or changed.
 * Carries no content: the page asks for what it then shows, under the reader's own permissions.
 */
@Controller
@Requires(Permission.READ_MENTIONS)
class AlertsLive implements SmartLifecycle {

  private final Map<OrganizationId, Set<SseEmitter>> listening = new ConcurrentHashMap<>();
  private final Set<OrganizationId> dirty = ConcurrentHashMap.newKeySet();
  private final Clock clock;
  private volatile boolean running;

  AlertsLive(Clock clock) {
    this.clock = clock;
  }

  @GetMapping(path = "/alerts/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(SignedIn who) {
    SseEmitter emitter = new SseEmitter(Duration.ofMinutes(30).toMillis());
    Set<SseEmitter> here =
        listening.computeIfAbsent(who.organizationId(), id -> ConcurrentHashMap.newKeySet());
    here.add(emitter);
    emitter.onCompletion(() -> here.remove(emitter));
    emitter.onTimeout(emitter::complete);
    emitter.onError(error -> here.remove(emitter));
    send(emitter, SseEmitter.event().comment("listening"));
    return emitter;
  }

  @TransactionalEventListener
  void on(AlertsChanged event) {
    dirty.add(event.organization());
  }

  @Scheduled(fixedDelay = 700)
  void tell() {
    for (OrganizationId organization : List.copyOf(dirty)) {
      dirty.remove(organization);
      for (SseEmitter emitter : listening.getOrDefault(organization, Set.of())) {
        send(emitter, SseEmitter.event().name("alerts").data(clock.instant().toString()));
      }
    }
  }

  /** Keeps idle connections open through proxies, and finds those whose reader has gone. */
  @Scheduled(fixedDelay = 25_000)
  void keepAlive() {
    listening
        .values()
        .forEach(here -> here.forEach(one -> send(one, SseEmitter.event().comment("still here"))));
  }

  private static void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
    try {
      emitter.send(event);
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends the streams before the server waits for its requests to end. */
  @Override
  public void stop() {
    running = false;
    listening.values().forEach(here -> here.forEach(SseEmitter::complete));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
