package org.bedside.listening.meta;

import java.time.Duration;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/**
 * How much of what it allows us Meta says we have used, in percent, by {@code X-App-Usage}, {@code
 * X-Page-Usage} and {@code X-Business-Use-Case-Usage}.
 */
final class Usage {

  private static final long NEAR = 90;
  private static final long HALF = 50;
  private static final Duration UNTIL_IT_COUNTS_ANEW = Duration.ofHours(1);
  private static final long LONGEST_MINUTES = 24 * 60;

  private Usage() {}

  /** How long to stay away; zero while there is room. */
  static Duration pause(ResponseHeaders headers) {
    Duration pause = Duration.ZERO;
    for (String name : new String[] {"x-app-usage", "x-page-usage"}) {
      Json usage = Json.read(headers.first(name)).orElse(null);
      pause = longer(pause, usage == null ? Duration.ZERO : of(usage));
    }
    Json cases = Json.read(headers.first("x-business-use-case-usage")).orElse(null);
    if (cases != null && cases.isObject()) {
      for (String business : cases.node().propertyNames()) {
        for (Json usage : cases.list(business)) {
          pause = longer(pause, of(usage));
        }
      }
    }
    return pause;
  }

  /** Whether so little of it is used that there is room for what is not urgent. */
  static boolean isLow(ResponseHeaders headers) {
    boolean low = true;
    for (String name : new String[] {"x-app-usage", "x-page-usage"}) {
      low &= Json.read(headers.first(name)).map(Usage::isLow).orElse(true);
    }
    Json cases = Json.read(headers.first("x-business-use-case-usage")).orElse(null);
    if (cases != null && cases.isObject()) {
      for (String business : cases.node().propertyNames()) {
        low &= cases.list(business).stream().allMatch(Usage::isLow);
      }
    }
    return low;
  }

  private static boolean isLow(Json usage) {
    for (String name : new String[] {"call_count", "total_time", "total_cputime"}) {
      Long percent = usage.number(name);
      if (percent != null && percent >= HALF) {
        return false;
      }
    }
    return true;
  }

  private static Duration of(Json usage) {
    Long regain = usage.number("estimated_time_to_regain_access");
    if (regain != null && regain > 0) {
      return Duration.ofMinutes(Math.min(regain, LONGEST_MINUTES));
    }
    boolean near =
        isNear(usage.number("call_count"))
            || isNear(usage.number("total_time"))
            || isNear(usage.number("total_cputime"));
    return near ? UNTIL_IT_COUNTS_ANEW : Duration.ZERO;
  }

  private static boolean isNear(@Nullable Long percent) {
    return percent != null && percent >= NEAR;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
