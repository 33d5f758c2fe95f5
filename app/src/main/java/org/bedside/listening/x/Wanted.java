package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.listening.Remark;

/**
 * What X is to look for.
 *
 * @param watchesByRule each rule with the names of the watches that it is for
 * @param unsaid names of watches that no rule says
 * @param partly names of watches of which rules say only a part
 */
record Wanted(Map<String, Set<String>> watchesByRule, List<String> unsaid, List<String> partly) {

  /** The most rules that any of its plans takes. */
  static final int MOST = 1_000;

  Wanted {
    watchesByRule = new LinkedHashMap<>(watchesByRule);
    unsaid = List.copyOf(unsaid);
    partly = List.copyOf(partly);
  }

  /** One search, whatever is watched. */
  static Wanted search(String rule) {
    return new Wanted(Map.of(rule, Set.of()), List.of(), List.of());
  }

  /** As many as X takes. */
  List<String> rules() {
    return watchesByRule.keySet().stream().limit(MOST).toList();
  }

  /**
   * What it leaves out.
   *
   * @param refused rules for which X had no room
   */
  List<Remark> remarks(Collection<String> refused) {
    List<Remark> remarks = new ArrayList<>();
    if (!unsaid.isEmpty()) {
      remarks.add(Remark.of("x.unsaid", unsaid.size(), unsaid));
    }
    if (!partly.isEmpty()) {
      remarks.add(Remark.of("x.partly", partly.size(), partly));
    }
    List<String> left = new ArrayList<>(watchesByRule.keySet().stream().skip(MOST).toList());
    left.addAll(refused);
    if (!left.isEmpty()) {
      Set<String> names = new LinkedHashSet<>();
      left.forEach(rule -> names.addAll(watchesByRule.getOrDefault(rule, Set.of())));
      remarks.add(Remark.of("x.rules-over", left.size(), List.copyOf(names)));
    }
    return remarks;
  }
}
