package org.bedside.inbox.web;

import java.time.Instant;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.NewCases;
import org.bedside.inbox.RepliesChanged;
import org.bedside.live.LiveChange;
import org.bedside.live.LiveTopic;
import org.bedside.live.Watchable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets open pages hear that cases are new or changed, and says how many are new. */
@Controller
@Requires(Permission.READ_MENTIONS)
class InboxLive {

  private static final String TOPIC = "cases";

  /** Apart from the cases, which change by the hundred while posts come in. */
  private static final String REPLIES = "replies";

  private final NewCases newCases;
  private final ApplicationEventPublisher events;

  InboxLive(NewCases newCases, ApplicationEventPublisher events) {
    this.newCases = newCases;
    this.events = events;
  }

  /** The line above the list that says how many are new since it was drawn. */
  @GetMapping("/inbox/new")
  String fresh(@RequestParam Instant since, Model model) {
    model.addAttribute("fresh", newCases.since(since));
    return "inbox/fresh";
  }

  @EventListener
  void on(CasesChanged event) {
    events.publishEvent(new LiveChange(event.organization(), TOPIC));
  }

  @EventListener
  void on(RepliesChanged event) {
    events.publishEvent(new LiveChange(event.organization(), REPLIES));
  }

  @Configuration(proxyBeanMethods = false)
  static class Heard {
    @Bean
    LiveTopic repliesTopic() {
      return new LiveTopic(REPLIES, Permission.READ_MENTIONS);
    }

    @Bean
    LiveTopic casesTopic() {
      return new LiveTopic(TOPIC, Permission.READ_MENTIONS);
    }

    @Bean
    Watchable watchedCases() {
      return new Watchable("case", Permission.READ_MENTIONS);
    }
  }
}
