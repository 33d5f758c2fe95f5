package org.bedside.approvals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose agreement a step needs.
 *
 * @param rule with one party both come to the same, and it is kept as {@link Rule#ANY_OF}
 * @param parties at least one, each once
 */
public record Ask(Rule rule, List<Party> parties) {

  /** How many of the parties must agree. */
  public enum Rule {
    ANY_OF,
    ALL_OF
  }

  public Ask {
    parties =
        parties.stream()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toMap(
                        Party::key,
                        party -> party,
                        (one, same) -> one,
                        java.util.LinkedHashMap::new),
                    map -> List.copyOf(map.values())));
    if (parties.isEmpty()) {
      throw new IllegalArgumentException("A step asks somebody");
    }
    rule = parties.size() == 1 ? Rule.ANY_OF : rule;
  }

  /** Whether it asks the same people in the same way, in whatever order they are named. */
  boolean isSameAs(Ask other) {
    return rule == other.rule && keys().equals(other.keys());
  }

  private List<String> keys() {
    return parties.stream().map(Party::key).sorted(Comparator.naturalOrder()).toList();
  }
}
