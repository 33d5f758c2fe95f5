package org.bedside.alerts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.alerts.Alarm;
import org.bedside.alerts.Alert;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.Alerts;
import org.bedside.alerts.Driver;
import org.bedside.alerts.Part;
import org.bedside.alerts.ThemeWeight;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.bedside.inbox.Cases;
import org.bedside.ui.Mark;
import org.bedside.ui.MarkedText;
import org.bedside.ui.Page;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts one alert together for a reader: why, in which words, and what to do now. */
@Component
class AlertViews {

  private static final int MOST_LINES = 9;

  private final Alerts alerts;
  private final AlertLines lines;
  private final Assessments assessments;
  private final Cases cases;

  AlertViews(Alerts alerts, AlertLines lines, Assessments assessments, Cases cases) {
    this.alerts = alerts;
    this.lines = lines;
    this.assessments = assessments;
    this.cases = cases;
  }

  @Transactional(readOnly = true)
  public Optional<AlertView> find(long id, Page page) {
    return alerts.find(id).map(alert -> view(alert, page));
  }

  private AlertView view(Alert alert, Page page) {
    Map<UUID, String> names = lines.names();
    Long mention = alert.mention();
    Assessed assessed = mention == null ? null : assessments.find(mention).orElse(null);
    return new AlertView(
        alert,
        lines.line(alert, names, page),
        alert.parts().stream().map(part -> reason(part, page)).toList(),
        alert.drivers().stream().map(driver -> cause(driver, names, page)).toList(),
        assessed == null ? null : marked(alert, assessed, page),
        assessed == null ? null : lang(assessed),
        assessed == null ? null : assessed.mention().author(),
        mention == null ? null : cases.ofMention(mention).orElse(null),
        protocol(alert, page),
        alerts.steps(alert.id()).stream().map(step -> handed(step, page)).toList());
  }

  private static AlertView.Handed handed(Alerts.Step step, Page page) {
    String to =
        step.name().isEmpty()
            ? page.text("alerts.handed-nobody")
            : step.step() == 0
                ? page.text("alerts.handed-first", step.name())
                : page.text("alerts.handed", step.name());
    return new AlertView.Handed(to, step.at());
  }

  private static AlertView.Reason reason(Part part, Page page) {
    boolean added = part.weight() > 0;
    return new AlertView.Reason(
        added ? page.text("alerts.part." + part.name()) : "",
        page.text(part.reason(), values(part, page)),
        added ? part.value() : -1,
        added
            ? page.text(
                "alerts.counts",
                Math.round(100 * part.value() * part.weight()),
                Math.round(100 * part.weight()))
            : "");
  }

  /** Figures become numbers again, so that the sentence can choose its form by them. */
  private static Object[] values(Part part, Page page) {
    List<Object> values = new ArrayList<>();
    for (String value : part.values()) {
      values.add(
          value.matches("-?\\d{1,15}(\\.\\d+)?") ? Double.valueOf(value) : word(value, page));
    }
    return values.toArray();
  }

  private static String word(String value, Page page) {
    String kind = "urgency.kind." + value;
    return page.hasText(kind) ? page.text(kind) : theme(value, page);
  }

  private static String theme(String label, Page page) {
    String key = "theme." + ThemeWeight.slug(label);
    return page.hasText(key) ? page.text(key) : label;
  }

  private static AlertView.Cause cause(Driver driver, Map<UUID, String> names, Page page) {
    String name =
        switch (driver.type()) {
          case THEME -> theme(driver.name(), page);
          case WORD -> driver.name();
          case PLACE, SOURCE -> named(driver.name(), names, page);
        };
    return new AlertView.Cause(
        page.text("alerts.driver." + driver.type().name()),
        name,
        page.text("alerts.driver-counts", driver.count(), Math.round(driver.expected())));
  }

  private static String named(String id, Map<UUID, String> names, Page page) {
    String name = names.get(UUID.fromString(id));
    return name == null ? page.text("alerts.no-longer-there") : name;
  }

  private static MarkedText marked(Alert alert, Assessed assessed, Page page) {
    List<Mark> marks = new ArrayList<>();
    for (Part part : alert.parts()) {
      String label =
          part.weight() > 0
              ? page.text("alerts.part." + part.name())
              : page.text(Alarm.title(AlertKind.CRISIS, alert.about()));
      for (Span span : part.spans()) {
        marks.add(new Mark(span.start(), span.end(), kind(part), label));
      }
    }
    for (Identifier one : assessed.assessment().identifiers()) {
      String label = page.text("identifier." + one.type().name());
      marks.add(new Mark(one.span().start(), one.span().end(), Mark.Kind.PRIVATE, label));
    }
    return MarkedText.of(assessed.mention().text(), marks);
  }

  private static Mark.Kind kind(Part part) {
    return switch (part.name()) {
      case "signal" -> Mark.Kind.URGENT;
      case "clinician" -> Mark.Kind.PRIVATE;
      case "theme" -> Mark.Kind.SAD;
      default -> Mark.Kind.EVEN;
    };
  }

  private static @Nullable String lang(Assessed assessed) {
    String language = assessed.assessment().language();
    return language.equals("und") ? null : language;
  }

  private static List<AlertView.Chapter> protocol(Alert alert, Page page) {
    if (alert.kind() != AlertKind.CRISIS) {
      return List.of();
    }
    String key = "alerts.protocol." + alert.about() + ".";
    return List.of(
        chapter("alerts.protocol.now", key + "now.", page),
        chapter("alerts.protocol.call", key + "call.", page),
        chapter("alerts.protocol.never", key + "never.", page));
  }

  private static AlertView.Chapter chapter(String title, String key, Page page) {
    List<String> found = new ArrayList<>();
    for (int i = 1; i <= MOST_LINES && page.hasText(key + i); i++) {
      found.add(page.text(key + i));
    }
    return new AlertView.Chapter(page.text(title), found);
  }
}
