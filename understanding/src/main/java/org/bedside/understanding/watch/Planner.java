package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns queries into plans. Plans that are alike are one object. Not thread-safe. */
final class Planner {

  private final KeyBook book;
  private final Map<Plan, Plan> known = new HashMap<>();

  Planner(KeyBook book) {
    this.book = book;
  }

  /** Takes every key that a query names. */
  static void keys(Query query, Consumer<String> sink) {
    switch (query) {
      case Query.All all -> all.parts().forEach(part -> keys(part, sink));
      case Query.Any any -> any.parts().forEach(part -> keys(part, sink));
      case Query.Not not -> keys(not.part(), sink);
      case Query.Phrase phrase -> phrase.atoms().forEach(sink);
      case Query.Window window -> window.atoms().forEach(sink);
      case Query.Near near -> {
        keys(near.left(), sink);
        keys(near.right(), sink);
      }
      case Query.Raw raw -> rawKeys(raw).forEach(sink);
      case Query.Rating range -> stars(range).forEach(sink);
    }
  }

  Plan plan(Query query) {
    Plan plan = make(query);
    Plan same = known.putIfAbsent(plan, plan);
    return same == null ? plan : same;
  }

  private Plan make(Query query) {
    return switch (query) {
      case Query.All all -> new Plan.All(plans(all.parts()));
      case Query.Any any -> new Plan.Any(plans(any.parts()));
      case Query.Not not -> new Plan.Not(plan(not.part()));
      case Query.Rating range -> new Plan.Rating(range.least(), range.most());
      case Query.Phrase _, Query.Window _, Query.Near _, Query.Raw _ -> placed(query);
    };
  }

  private List<Plan> plans(List<Query> parts) {
    return parts.stream().map(this::plan).toList();
  }

  private Plan.Placed placed(Query query) {
    return switch (query) {
      case Query.Any any -> new Plan.AnyPlaced(any.parts().stream().map(this::placed).toList());
      case Query.Phrase phrase -> phrase(phrase);
      case Query.Window window -> window(window);
      case Query.Near near ->
          new NearPlan(placed(near.left()), placed(near.right()), near.between(), near.ordered());
      case Query.Raw raw -> raw(raw);
      case Query.All _, Query.Not _, Query.Rating _ ->
          throw new IllegalArgumentException("has no place in the text");
    };
  }

  private Plan.Placed phrase(Query.Phrase phrase) {
    int[] keys = phrase.atoms().stream().mapToInt(book::id).toArray();
    if (keys.length == 1) {
      return new Plan.Word(keys[0]);
    }
    int pivot = 0;
    for (int i = 1; i < keys.length; i++) {
      if (book.likelihood(phrase.atoms().get(i)) < book.likelihood(phrase.atoms().get(pivot))) {
        pivot = i;
      }
    }
    return new PhrasePlan(keys, pivot);
  }

  private Plan.Placed window(Query.Window window) {
    Map<String, Integer> times = new LinkedHashMap<>();
    window.atoms().forEach(atom -> times.merge(atom, 1, Integer::sum));
    return new WindowPlan(
        times.keySet().stream().mapToInt(book::id).toArray(),
        times.values().stream().mapToInt(i -> i).toArray(),
        window.atoms().size() + window.between());
  }

  private Plan.Placed raw(Query.Raw raw) {
    String key = rawKeys(raw).getFirst();
    int lead = raw.atoms().isEmpty() ? raw.literal().indexOf(key.substring(1)) : raw.lead();
    return new RawPlan(raw.literal(), book.id(key), lead, Math.max(1, raw.atoms().size()));
  }

  /** The words of a literal, or where it has none its rarest sign. */
  static List<String> rawKeys(Query.Raw raw) {
    if (!raw.atoms().isEmpty()) {
      return raw.atoms();
    }
    String rarest = "";
    for (int c : raw.literal().codePoints().filter(Marks::isSign).toArray()) {
      String key = Keys.SIGN + Character.toString(c);
      rarest = rarest.isEmpty() || Rarity.of(key, 1) < Rarity.of(rarest, 1) ? key : rarest;
    }
    return List.of(rarest);
  }

  static List<String> stars(Query.Rating range) {
    List<String> keys = new ArrayList<>();
    for (int stars = Keys.stars(range.least()); stars <= Keys.stars(range.most()); stars++) {
      keys.add(Keys.STARS + stars);
    }
    return keys;
  }
}
