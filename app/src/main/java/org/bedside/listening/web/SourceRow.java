package org.bedside.listening.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;

/**
 * A source with how it is doing.
 *
 * @param endsSoon whether its network stops letting us in within days
 */
public record SourceRow(Source source, SourceHealth health, boolean endsSoon) {

  private static final Duration SOON = Duration.ofDays(7);

  static SourceRow of(Source source, SourceHealth health, Instant now) {
    Instant end = health.credentialExpiresAt();
    return new SourceRow(source, health, end != null && end.isBefore(now.plus(SOON)));
  }

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
