package org.bedside.alerts.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.Tuning;
import org.jspecify.annotations.Nullable;

/** How to be alerted, as entered. */
public record TuningForm(
    @Nullable List<String> kind,
    @Nullable String persuasive,
    @Nullable String minutes,
    @Nullable String oldest,
    @Nullable String minimum,
    @Nullable String quietFrom,
    @Nullable String quietUntil,
    @Nullable String messages,
    @Nullable String digest) {

  static TuningForm of(Tuning tuning) {
    return new TuningForm(
        tuning.kinds().stream().map(Enum::name).sorted().toList(),
        Integer.toString(tuning.persuasiveFrom()),
        Integer.toString(tuning.minutes()),
        Integer.toString(tuning.oldestDays()),
        Integer.toString(tuning.spikeMinimum()),
        tuning.quietFrom() == null ? "" : tuning.quietFrom().toString(),
        tuning.quietUntil() == null ? "" : tuning.quietUntil().toString(),
        Integer.toString(tuning.messagesPerHour()),
        tuning.digest().name());
  }

  /** Whether the kind is chosen. */
  public boolean has(AlertKind one) {
    return kind != null && kind.contains(one.name());
  }

  /** The tuning; empty where a figure or time can't be read. */
  Optional<Tuning> tuning() {
    try {
      Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
      Arrays.stream(AlertKind.values()).filter(this::has).forEach(kinds::add);
      LocalTime from = time(quietFrom);
      LocalTime until = time(quietUntil);
      if ((from == null) != (until == null)) {
        return Optional.empty();
      }
      return Optional.of(
          new Tuning(
              kinds,
              figure(persuasive, 10, 100),
              figure(minutes, 1, 24 * 60),
              figure(oldest, 1, 365),
              figure(minimum, 3, 10_000),
              from,
              until,
              figure(messages, 1, 60),
              Tuning.Digest.valueOf(or(digest))));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static int figure(@Nullable String written, int least, int most) {
    int figure = Integer.parseInt(or(written));
    if (figure < least || figure > most) {
      throw new IllegalArgumentException("out of range");
    }
    return figure;
  }

  private static @Nullable LocalTime time(@Nullable String written) {
    return or(written).isEmpty() ? null : LocalTime.parse(or(written));
  }

  private static String or(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
