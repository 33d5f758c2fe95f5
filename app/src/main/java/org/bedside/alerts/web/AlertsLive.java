package org.bedside.alerts.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bedside.alerts.Alarm;
import org.bedside.alerts.Alert;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.Alerts;
import org.bedside.alerts.AlertsChanged;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.live.LiveChange;
import org.bedside.live.LiveTopic;
import org.bedside.ui.LiveNotice;
import org.bedside.ui.Page;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets open pages hear that alerts are new or changed, and says on every page what opened. */
@Controller
@Requires(Permission.READ_MENTIONS)
class AlertsLive {

  private static final String TOPIC = "alerts";
  private static final String NOTICE = "/alerts/notice";
  private static final int MOST = 100;

  private final Alerts alerts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AlertsLive(Alerts alerts, ApplicationEventPublisher events, Clock clock) {
    this.alerts = alerts;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void on(AlertsChanged event) {
    events.publishEvent(new LiveChange(event.organization(), TOPIC));
  }

  /**
   * What opened since then and still waits. Where the page says so already nothing is answered, so
   * that nobody hears it read out twice.
   */
  @GetMapping(NOTICE)
  ModelAndView notice(
      @RequestParam Instant since,
      @RequestParam(defaultValue = "") String shown,
      @ModelAttribute("page") Page page) {
    AlertNotice notice = notice(since, page);
    ModelAndView view = new ModelAndView("alerts/notice", "notice", notice);
    if (notice.shown().equals(shown)) {
      view.setStatus(HttpStatus.NO_CONTENT);
    }
    return view;
  }

  private AlertNotice notice(Instant since, Page page) {
    List<Alert> fresh = alerts.openedSince(since, MOST);
    if (fresh.isEmpty()) {
      return new AlertNotice(since, "", "", "", false, clock.instant());
    }
    Alert first = fresh.getFirst();
    String title = page.text(Alarm.title(first.kind(), first.about()));
    int others = fresh.size() - 1;
    return new AlertNotice(
        since,
        first.id() + "-" + others,
        others == 0
            ? page.text("alerts.notice", title)
            : page.text("alerts.notice-more", title, others),
        others == 0 ? "/alerts/" + first.id() : "/alerts",
        fresh.stream().anyMatch(alert -> alert.kind() == AlertKind.CRISIS),
        clock.instant());
  }

  @Configuration(proxyBeanMethods = false)
  static class Heard {
    @Bean
    LiveTopic alertsTopic() {
      return new LiveTopic(TOPIC, Permission.READ_MENTIONS);
    }

    @Bean
    LiveNotice alertsNotice() {
      return new LiveNotice(TOPIC, NOTICE, "/alerts", Permission.READ_MENTIONS.name());
    }
  }
}
