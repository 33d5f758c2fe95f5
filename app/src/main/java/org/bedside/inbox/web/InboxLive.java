package org.bedside.inbox.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.NewCases;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open inboxes, a second at most after it happened, that cases are new or changed. Carries no
 * content: the page asks for what it then shows, under the reader's own permissions.
 */
@Controller
@Requires(Permission.READ_MENTIONS)
class InboxLive implements SmartLifecycle {

  private final Map<OrganizationId, Set<SseEmitter>> listening = new ConcurrentHashMap<>();
  private final Set<OrganizationId> dirty = ConcurrentHashMap.newKeySet();
  private final NewCases newCases;
  private final Clock clock;
  private volatile boolean running;

  InboxLive(NewCases newCases, Clock clock) {
    this.newCases = newCases;
    this.clock = clock;
  }

  @GetMapping(path = "/inbox/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
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

  /** The line above the list that says how many are new since it was drawn. */
  @GetMapping("/inbox/new")
  String fresh(@RequestParam Instant since, Locale locale, Model model) {
    model.addAttribute("fresh", newCases.since(since));
    return "inbox/fresh";
  }

  @TransactionalEventListener
  void on(CasesChanged event) {
    dirty.add(event.organization());
  }

  @Scheduled(fixedDelay = 700)
  void tell() {
    for (OrganizationId organization : List.copyOf(dirty)) {
      dirty.remove(organization);
      for (SseEmitter emitter : listening.getOrDefault(organization, Set.of())) {
        send(emitter, SseEmitter.event().name("cases").data(clock.instant().toString()));
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
