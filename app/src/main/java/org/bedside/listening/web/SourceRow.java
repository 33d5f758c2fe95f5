package org.bedside.listening.web;

import java.util.Locale;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;

/** A source with how it is doing. */
public record SourceRow(Source source, SourceHealth health) {

  public String path() {
    return "/sources/" + source.id();
  }

  public String kindKey() {
    return "listening.kind." + source.kind().name().toLowerCase(Locale.ROOT);
  }

  public String icon() {
    return switch (source.kind()) {
      case FEED -> "rss";
      case FILE -> "file-spreadsheet";
      case API -> "webhook";
    };
  }

  public String badge() {
    return switch (health.condition()) {
      case FAILING -> "badge badge-urgent";
      case SILENT -> "badge badge-care";
      case WAITING, PAUSED -> "badge";
      case HEALTHY -> "badge badge-done";
    };
  }

  public String badgeIcon() {
    return switch (health.condition()) {
      case FAILING -> "circle-alert";
      case SILENT, WAITING -> "clock";
      case HEALTHY -> "circle-check";
      case PAUSED -> "pause";
    };
  }

  public String conditionKey() {
    return "listening.condition." + health.condition().name().toLowerCase(Locale.ROOT);
  }
}
