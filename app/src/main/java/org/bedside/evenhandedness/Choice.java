package org.bedside.evenhandedness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who of a list is asked, and why each of the others is not.
 *
 * @param rows in the order of the list
 * @param digest of the list under the seed, as {@link Seed} makes it
 */
public record Choice(List<Row> rows, String digest) {

  public Choice {
    rows = List.copyOf(rows);
  }

  /** What becomes of a row; each has a sentence {@code requests.outcome.<name>}. */
  public enum Outcome {
    ASK,
    NOT_DRAWN,
    PSYCHOLOGIST,
    SOCIAL_WORKER,
    TAXONOMY_UNCLEAR,
    /** A row above asks the same address or number. */
    SAME_CONTACT
  }

  /** One row with what becomes of it. */
  public record Row(Contact contact, Outcome outcome) {}

  /**
   * Chooses. The same list, selection and seed always give the same choice.
   *
   * @param list with different ids, as {@link ContactList} reads it
   */
  public static Choice of(List<Contact> list, Selection selection, Seed seed) {
    Map<String, Outcome> outcomes = new HashMap<>();
    Set<String> known = new HashSet<>();
    List<String> may = new ArrayList<>();
    for (Contact row : list) {
      Outcome outcome = banned(row);
      if (outcome == Outcome.ASK && !known.add(row.contact().toLowerCase(Locale.ROOT))) {
        outcome = Outcome.SAME_CONTACT;
      }
      outcomes.put(row.id(), outcome);
      if (outcome == Outcome.ASK) {
        may.add(row.id());
      }
    }
    Set<String> drawn =
        switch (selection) {
          case Selection.Everyone _ -> Set.copyOf(may);
          case Selection.RandomSample sample -> Set.copyOf(seed.first(may, sample.size()));
        };
    may.stream()
        .filter(id -> !drawn.contains(id))
        .forEach(id -> outcomes.put(id, Outcome.NOT_DRAWN));
    return new Choice(
        list.stream()
            .map(row -> new Row(row, outcomes.getOrDefault(row.id(), Outcome.NOT_DRAWN)))
            .toList(),
        seed.digest(list));
  }

  /** How many rows came to each outcome, zeros included. */
  public Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  private static Outcome banned(Contact row) {
    return switch (SolicitationBan.of(row.taxonomy())) {
      case NONE -> Outcome.ASK;
      case PSYCHOLOGIST -> Outcome.PSYCHOLOGIST;
      case SOCIAL_WORKER -> Outcome.SOCIAL_WORKER;
      case UNCLEAR -> Outcome.TAXONOMY_UNCLEAR;
    };
  }
}
