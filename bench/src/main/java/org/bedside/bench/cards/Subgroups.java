package org.bedside.bench.cards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Parts texts by their length and by the words in them. */
final class Subgroups {

  private Subgroups() {}

  /** All of the texts first; subgroups without a text are there too. */
  static List<Subgroup> of(List<String> texts) {
    List<List<String>> words = texts.stream().map(Marks::words).toList();
    var subgroups = new ArrayList<Subgroup>();
    subgroups.add(new Subgroup("all", IntStream.range(0, texts.size()).toArray(), new int[0]));
    int[] lengths = words.stream().mapToInt(List::size).sorted().toArray();
    if (lengths.length > 0) {
      int first = lengths[lengths.length / 3];
      int second = Math.max(first, lengths[lengths.length * 2 / 3]);
      subgroups.add(
          part("short: up to " + first + " words", texts, i -> words.get(i).size() <= first));
      subgroups.add(
          part(
              "middling: up to " + second + " words",
              texts,
              i -> words.get(i).size() > first && words.get(i).size() <= second));
      subgroups.add(part("long: more words", texts, i -> words.get(i).size() > second));
    }
    for (Marks marks : Marks.ALL) {
      subgroups.add(part(marks.name(), texts, i -> marks.isIn().test(words.get(i))));
    }
    return subgroups;
  }

  private static Subgroup part(String name, List<String> texts, IntPredicate isIn) {
    int[] all = IntStream.range(0, texts.size()).toArray();
    return new Subgroup(
        name,
        Arrays.stream(all).filter(isIn).toArray(),
        Arrays.stream(all).filter(isIn.negate()).toArray());
  }
}
