package org.bedside.insight.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.insight.Feedback;
import org.bedside.ui.Matrix;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What people say, in figures that each lead to their posts. */
@Controller
@Requires(Permission.READ_FEEDBACK)
class FeedbackController {

  private final FeedbackViews views;

  FeedbackController(FeedbackViews views) {
    this.views = views;
  }

  @GetMapping("/feedback")
  String show(
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String location,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    model.addAttribute("view", views.view(period, uuid(location), who, page));
    return "insight/feedback";
  }

  @GetMapping("/feedback/over-time.csv")
  ResponseEntity<String> overTime(
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String location,
      SignedIn who,
      @ModelAttribute("page") Page page) {
    String lines =
        views.view(period, uuid(location), who, page).table().stream()
            .map(FeedbackController::line)
            .collect(Collectors.joining());
    return csv("over-time", "from,until,positive,neutral,negative\r\n" + lines);
  }

  @GetMapping("/feedback/themes.csv")
  ResponseEntity<String> themes(
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String location,
      SignedIn who,
      @ModelAttribute("page") Page page) {
    Matrix matrix = views.view(period, uuid(location), who, page).matrix();
    StringBuilder lines = new StringBuilder("theme,location,posts,negative,positive\r\n");
    for (Matrix.Row row : matrix.rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        Matrix.Cell cell = row.cells().get(i);
        if (cell != null) {
          lines
              .append(quoted(row.name()))
              .append(',')
              .append(quoted(matrix.columns().get(i)))
              .append("," + cell.total() + "," + cell.negative() + "," + cell.positive() + "\r\n");
        }
      }
    }
    return csv("themes", lines.toString());
  }

  @GetMapping("/feedback/over-time.svg")
  ResponseEntity<String> picture(
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String location,
      SignedIn who,
      @ModelAttribute("page") Page page) {
    FeedbackView view = views.view(period, uuid(location), who, page);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("image/svg+xml"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feedback.svg\"")
        .body(BarsPicture.draw(view.bars()));
  }

  private static String line(Feedback.StepCount step) {
    return step.from()
        + ","
        + step.until()
        + ","
        + step.positive()
        + ","
        + step.neutral()
        + ","
        + step.negative()
        + "\r\n";
  }

  /** A name that a spreadsheet would run as a formula starts with an apostrophe instead. */
  static String quoted(String value) {
    String safe = value.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + value : value;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static ResponseEntity<String> csv(String name, String content) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feedback-" + name + ".csv\"")
        .body(content);
  }

  private static @Nullable UUID uuid(@Nullable String value) {
    try {
      return value == null || value.isBlank() ? null : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem feedbackPlace() {
      return new NavItem(
          20, "feedback.nav", "/feedback", "chart-column", Permission.READ_FEEDBACK.name());
    }
  }
}
