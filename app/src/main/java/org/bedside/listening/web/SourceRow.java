package org.bedside.listening.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.SourceHealth.Condition;

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

  /** The network that it is heard over, or how else its posts come. */
  public String kindKey() {
    String connector = health.connector();
    return connector == null || connector.equals("feed")
        ? "listening.kind." + source.kind().name().toLowerCase(Locale.ROOT)
        : "listening.type." + connector;
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
      case HEALTHY -> isAllWell() ? "badge badge-done" : "badge badge-care";
    };
  }

  public String badgeIcon() {
    return switch (health.condition()) {
      case FAILING -> "circle-alert";
      case SILENT, WAITING -> "clock";
      case HEALTHY -> isAllWell() ? "circle-check" : endsSoon ? "clock" : "circle-alert";
      case PAUSED -> "pause";
    };
  }

  public String conditionKey() {
    if (health.condition() == Condition.HEALTHY && !isAllWell()) {
      return endsSoon ? "listening.condition.ends" : "listening.condition.partly";
    }
    return "listening.condition." + health.condition().name().toLowerCase(Locale.ROOT);
  }

  /** A source that works may still leave something out, or be about to end. */
  private boolean isAllWell() {
    return !endsSoon && health.remarks().isEmpty();
  }
}
