package org.bedside.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is on call: one after the other is asked until somebody acknowledges. Pure.
 *
 * @param people members in order, the first one first
 * @param turn how often the next one becomes the first
 */
public record Rota(List<UUID> people, Turn turn) {

  /** A Monday. */
  private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);

  /** Each is asked twice before the software gives up asking; the alert stays open. */
  private static final int ROUNDS = 2;

  private static final int STEPS_WITHOUT_ANYBODY = 3;

  public Rota {
    people = List.copyOf(people);
  }

  /** When the next person becomes the first. */
  public enum Turn {
    NEVER,
    DAILY,
    WEEKLY
  }

  /** Without those who are not among {@code here}: whoever has left is asked no more. */
  public Rota among(Set<UUID> here) {
    return new Rota(people.stream().filter(here::contains).toList(), turn);
  }

  /**
   * Whom the step reaches; empty where nobody is on the rota.
   *
   * @param step 0 when an alert opens
   * @param opened when it opened, so that a change of turn does not skip anybody meanwhile
   */
  public Optional<UUID> at(int step, Instant opened, ZoneId zone) {
    if (people.isEmpty()) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(BEGINNING, LocalDate.ofInstant(opened, zone));
    long first =
        switch (turn) {
          case NEVER -> 0;
          case DAILY -> days;
          case WEEKLY -> Math.floorDiv(days, 7L);
        };
    return Optional.of(people.get(Math.floorMod(first + step, people.size())));
  }

  /** The last step at which somebody is asked. */
  public int lastStep() {
    return people.isEmpty() ? STEPS_WITHOUT_ANYBODY : ROUNDS * people.size() - 1;
  }
}
