package org.bedside.alerts.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.alerts.Alarm;
import org.bedside.alerts.Alert;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.AlertState;
import org.bedside.alerts.Alerts;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.ui.Page;
import org.bedside.ui.Tab;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts alerts into the reader's words. */
@Component
class AlertLines {

  static final int URGENT = 8;
  private static final int SHOWN = 200;

  private final Alerts alerts;
  private final Locations locations;
  private final Sources sources;
  private final Clock clock;

  AlertLines(Alerts alerts, Locations locations, Sources sources, Clock clock) {
    this.alerts = alerts;
    this.locations = locations;
    this.sources = sources;
    this.clock = clock;
  }

  /** The list in a state, with one alert open beside it, or 0. */
  @Transactional(readOnly = true)
  public AlertList list(AlertState state, long chosen, Page page) {
    List<Alert> found = alerts.list(state, SHOWN + 1);
    Map<UUID, String> names = names();
    List<AlertLine> lines =
        found.stream().limit(SHOWN).map(alert -> line(alert, names, page)).toList();
    return new AlertList(
        state, tabs(state, page), lines, found.size() > SHOWN, chosen, clock.instant());
  }

  private List<Tab> tabs(AlertState current, Page page) {
    Map<AlertState, Long> counts = alerts.counts();
    List<Tab> tabs = new ArrayList<>();
    for (AlertState state : AlertState.values()) {
      tabs.add(
          new Tab(
              page.text("alerts.state." + state.name()),
              "/alerts?state=" + state.name().toLowerCase(Locale.ROOT),
              state == current,
              page.number(counts.getOrDefault(state, 0L))));
    }
    return tabs;
  }

  /** Names of places and sources by their ids. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names() {
    Map<UUID, String> names = new HashMap<>();
    for (Location location : locations.all()) {
      names.put(location.id(), location.name());
    }
    for (Source source : sources.all()) {
      names.put(source.id(), source.name());
    }
    return names;
  }

  /** One alert in the reader's words; names are those of {@link #names}. */
  public AlertLine line(Alert alert, Map<UUID, String> names, Page page) {
    String query =
        alert.state() == AlertState.OPEN
            ? ""
            : "?state=" + alert.state().name().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    boolean overdue = alert.dueAt() != null && alert.dueAt().isBefore(now);
    return new AlertLine(
        alert.id(),
        page.text(Alarm.title(alert.kind(), alert.about())),
        alert.severity(),
        alert.severity() >= URGENT,
        alert.state() == AlertState.OPEN,
        where(alert, names, page),
        page.text("alerts.short." + alert.kind().name()),
        clock(alert, now, page),
        overdue,
        alert.openedAt(),
        "/alerts/" + alert.id() + query);
  }

  private static String where(Alert alert, Map<UUID, String> names, Page page) {
    List<String> parts = new ArrayList<>();
    if (alert.location() != null) {
      parts.add(names.getOrDefault(alert.location(), ""));
    }
    if (alert.source() != null) {
      parts.add(names.getOrDefault(alert.source(), ""));
    }
    parts.removeIf(String::isBlank);
    if (parts.isEmpty()) {
      boolean spike =
          alert.kind() == AlertKind.VOLUME_SPIKE || alert.kind() == AlertKind.SENTIMENT_SPIKE;
      return page.text(spike ? "alerts.everywhere" : "alerts.no-place");
    }
    return String.join(" · ", parts);
  }

  private static String clock(Alert alert, Instant now, Page page) {
    if (alert.closed() != null && alert.why() != null) {
      return page.text("alerts.ended." + alert.why().name(), alert.closed().by());
    }
    if (alert.acknowledged() != null) {
      return page.text("alerts.has-it", alert.acknowledged().by());
    }
    if (alert.dueAt() == null) {
      return "";
    }
    long minutes = Duration.between(now, alert.dueAt()).toMinutes();
    return minutes >= 0
        ? page.text("alerts.due-in", minutes + 1)
        : page.text("alerts.overdue", -minutes);
  }
}
