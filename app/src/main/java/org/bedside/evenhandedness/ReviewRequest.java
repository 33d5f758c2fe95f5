package org.bedside.evenhandedness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * That a choice was made, without anybody of the list in it.
 *
 * @param placeName as it was called then
 * @param from first day on which the people of the list were seen
 * @param until last such day
 * @param seed 64 hexadecimal digits
 * @param digest of the list, as {@link Choice#digest}
 * @param counts rows by what became of them, zeros included
 * @param byName who chose, and said that nobody was left out of the list before
 */
public record ReviewRequest(
    UUID id,
    UUID place,
    String placeName,
    LocalDate from,
    LocalDate until,
    Selection selection,
    String seed,
    String digest,
    Map<Choice.Outcome, Integer> counts,
    String byName,
    Instant at) {

  public ReviewRequest {
    EnumMap<Choice.Outcome, Integer> kept = new EnumMap<>(Choice.Outcome.class);
    kept.putAll(counts);
    counts = Collections.unmodifiableMap(kept);
  }

  /** How many rows the list had. */
  public int listed() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int count(Choice.Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
