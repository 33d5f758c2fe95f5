package org.bedside.evenhandedness.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.bedside.evenhandedness.Selection;
import org.jspecify.annotations.Nullable;

/**
 * A choice as asked for.
 *
 * @param way {@code everyone} or {@code sample}
 * @param size of the sample, as written
 * @param complete whether somebody said that nobody was left out of the list
 */
public record RequestForm(
    String place, String from, String until, String way, String size, boolean complete) {

  public RequestForm(
      @Nullable String place,
      @Nullable String from,
      @Nullable String until,
      @Nullable String way,
      @Nullable String size,
      boolean complete) {
    this.place = Objects.requireNonNullElse(place, "");
    this.from = Objects.requireNonNullElse(from, "");
    this.until = Objects.requireNonNullElse(until, "");
    this.way = Objects.requireNonNullElse(way, "");
    this.size = Objects.requireNonNullElse(size, "");
    this.complete = complete;
  }

  static RequestForm empty() {
    return new RequestForm("", "", "", "everyone", "", false);
  }

  @Nullable UUID placeId() {
    try {
      return UUID.fromString(place);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  @Nullable LocalDate first() {
    return day(from);
  }

  @Nullable LocalDate last() {
    return day(until);
  }

  /** The way to choose, or null where the size of a sample is no number above 0. */
  @Nullable Selection selection() {
    if (way.equals("everyone")) {
      return new Selection.Everyone();
    }
    String digits = size.strip();
    boolean good = way.equals("sample") && digits.matches("0*[1-9]\\d{0,6}");
    return good ? new Selection.RandomSample(Integer.parseInt(digits)) : null;
  }

  private static @Nullable LocalDate day(String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeException none) {
      return null;
    }
  }
}
