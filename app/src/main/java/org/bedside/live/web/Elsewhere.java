package org.bedside.live.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bedside.database.OrganizationId;
import org.springframework.stereotype.Component;

/** Who has what open in other processes, as long as those say so. Thread-safe. */
@Component
class Elsewhere {

  /** Of a process that says nothing for so long nobody knows whether it still is. */
  static final Duration FORGOTTEN = Duration.ofSeconds(60);

  /** A thing that is open in another process. */
  record Place(UUID process, OrganizationId organization, String key) {}

  private record Seen(Set<UUID> people, Instant at) {}

  private final Map<Place, Seen> seen = new ConcurrentHashMap<>();
  private final Clock clock;

  Elsewhere(Clock clock) {
    this.clock = clock;
  }

  /**
   * @return whether that is news
   */
  boolean note(Word.Present present) {
    Place place = new Place(present.process(), present.organization(), present.key());
    Set<UUID> people = Set.copyOf(present.people());
    Seen before =
        people.isEmpty() ? seen.remove(place) : seen.put(place, new Seen(people, clock.instant()));
    return !people.equals(before == null ? Set.of() : before.people());
  }

  /** Everything that was open in a process that has ended; it isn't any more. */
  List<Place> forget(UUID process) {
    return forget(place -> place.process().equals(process));
  }

  /** Everything of which nobody has said for too long that it is open; it isn't any more. */
  List<Place> forgetSilent() {
    Instant since = clock.instant().minus(FORGOTTEN);
    return forget(
        place -> {
          Seen last = seen.get(place);
          return last != null && last.at().isBefore(since);
        });
  }

  private List<Place> forget(Predicate<Place> which) {
    List<Place> gone = new ArrayList<>();
    for (Place place : List.copyOf(seen.keySet())) {
      if (which.test(place) && seen.remove(place) != null) {
        gone.add(place);
      }
    }
    return gone;
  }

  /** The memberships of all who have it open in other processes. */
  Set<UUID> people(OrganizationId organization, String key) {
    return seen.entrySet().stream()
        .filter(one -> one.getKey().organization().equals(organization))
        .filter(one -> one.getKey().key().equals(key))
        .flatMap(one -> one.getValue().people().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
