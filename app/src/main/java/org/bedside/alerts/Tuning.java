package org.bedside.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an organization wants to be alerted.
 *
 * @param kinds those that alert at all
 * @param persuasiveFrom the score from which a review alerts, 0 to 100
 * @param minutes to acknowledge a crisis, and between two people of the rota
 * @param oldestDays posts published longer ago alert nobody
 * @param spikeMinimum posts below which nothing is a spike
 * @param quietFrom when only a crisis goes out, in the organization's zone; null for never
 * @param quietUntil when the rest goes out again
 * @param messagesPerHour most messages to one channel in an hour, crises not counted
 */
public record Tuning(
    Set<AlertKind> kinds,
    int persuasiveFrom,
    int minutes,
    int oldestDays,
    int spikeMinimum,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietUntil,
    int messagesPerHour,
    Digest digest) {

  /** Before anybody chose anything. */
  public static final Tuning STANDARD =
      new Tuning(EnumSet.allOf(AlertKind.class), 60, 15, 14, 10, null, null, 6, Digest.NONE);

  public Tuning {
    kinds = Set.copyOf(kinds);
    persuasiveFrom = Math.clamp(persuasiveFrom, 10, 100);
    minutes = Math.clamp(minutes, 1, 24 * 60);
    oldestDays = Math.clamp(oldestDays, 1, 365);
    spikeMinimum = Math.clamp(spikeMinimum, 3, 10_000);
    messagesPerHour = Math.clamp(messagesPerHour, 1, 60);
  }

  /** How often a summary goes out. */
  public enum Digest {
    NONE,
    DAILY,
    WEEKLY
  }

  Duration oldest() {
    return Duration.ofDays(oldestDays);
  }

  /** Whether only a crisis goes out now; quiet hours may reach over midnight. */
  public boolean isQuiet(Instant now, ZoneId zone) {
    if (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil)) {
      return false;
    }
    LocalTime time = LocalTime.ofInstant(now, zone);
    boolean begun = !time.isBefore(quietFrom);
    boolean over = !time.isBefore(quietUntil);
    return quietFrom.isBefore(quietUntil) ? begun && !over : begun || !over;
  }
}
