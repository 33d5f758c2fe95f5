package org.bedside.bench.cards;

import java.util.ArrayList;
import java.util.List;

/** Parts texts by their length and by the words in them. */
final class Subgroups {

  private Subgroups() {}

  /** All of the texts first; subgroups without a text are there too. */
  static List<Subgroup> of(List<String> texts) {
    List<List<String>> words = texts.stream().map(Marks::words).toList();
    var subgroups = new ArrayList<Subgroup>();
    int size = texts.size();
    subgroups.add(new Subgroup("all", size, i -> true));
    int[] lengths = words.stream().mapToInt(List::size).sorted().toArray();
    if (size > 0) {
      int first = lengths[size / 3];
      int second = Math.max(first, lengths[size * 2 / 3]);
      subgroups.add(
          new Subgroup(
              "short: up to " + first + " words", size, i -> words.get(i).size() <= first));
      subgroups.add(
          new Subgroup(
              "middling: up to " + second + " words",
              size,
              i -> words.get(i).size() > first && words.get(i).size() <= second));
      subgroups.add(new Subgroup("long: more words", size, i -> words.get(i).size() > second));
    }
    for (Marks marks : Marks.ALL) {
      subgroups.add(new Subgroup(marks.name(), size, i -> marks.isIn().test(words.get(i))));
    }
    return subgroups;
  }
}
