package org.bedside.listening.reviewpage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ratings on the scale that stars have. A scale from 1 becomes 1 to 5, one from 0 or below 0 to 5,
 * linearly; schema.org's defaults are 1 and 5. A rating above a best that is not stated is taken to
 * be out of 10, or out of 100.
 */
final class Stars {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(-?\\d{1,6}(?:[.,]\\d{1,6})?)\\s{0,5}(?:(%)|(?:/|of|out"
              + " of|de|von|sur)\\s{0,5}(\\d{1,4}))?");

  private Stars() {}

  /** Stars of a {@code Rating}; empty where it states none. */
  static Optional<Double> of(Item rating) {
    return of(
        rating.said("ratingValue", "value"),
        rating.said("bestRating", "best"),
        rating.said("worstRating", "worst"));
  }

  /** Stars of a value as written, such as {@code 4,5}, {@code 8/10} or {@code 80%}. */
  static Optional<Double> of(String value, String best, String worst) {
    String cut = value.strip();
    Matcher written = WRITTEN.matcher(cut.substring(0, Math.min(40, cut.length())));
    if (!written.find()) {
      return Optional.empty();
    }
    double stated = number(written.group(1));
    double top = number(best);
    double bottom = number(worst);
    if (written.group(2) != null) {
      top = 100;
      bottom = 0;
    } else if (written.group(3) != null && Double.isNaN(top)) {
      top = Double.parseDouble(written.group(3));
    }
    if (Double.isNaN(top)) {
      top = stated <= 5 ? 5 : stated <= 10 ? 10 : 100;
    }
    if (Double.isNaN(bottom)) {
      bottom = top > 10 || stated < 1 ? 0 : 1;
    }
    return scaled(stated, bottom, top);
  }

  /** The number, or NaN. */
  private static double number(@Nullable String written) {
    String text = written == null ? "" : written.strip().replace(',', '.');
    return text.matches("-?\\d{1,6}(\\.\\d{1,6})?") ? Double.parseDouble(text) : Double.NaN;
  }

  private static Optional<Double> scaled(double value, double worst, double best) {
    if (best <= worst || value > best + (best - worst)) {
      return Optional.empty();
    }
    double low = worst < 1 ? 0 : 1;
    double within = Math.min(best, Math.max(worst, value));
    double stars = low + (within - worst) / (best - worst) * (5 - low);
    return Optional.of(Math.round(stars * 100) / 100.0);
  }
}
