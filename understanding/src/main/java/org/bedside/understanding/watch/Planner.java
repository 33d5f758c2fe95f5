package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns queries into plans, and finds what a match can't do without. */
final class Planner {

  /**
   * Keys of which every match holds at least one.
   *
   * @param keys plain keys and patterns by number; pairs of neighbours as made by {@link #pair}
   * @param likelihood roughly the share of posts that hold one of them
   */
  record Anchors(List<Long> keys, double likelihood) {}

  private final Dictionary dictionary;
  private final Rarity rarity;

  Planner(Dictionary dictionary, Rarity rarity) {
    this.dictionary = dictionary;
    this.rarity = rarity;
  }

  /** Two plain keys side by side, as one number apart from all single keys. */
  static long pair(int first, int second) {
    return ((long) (first + 1) << 32) | second;
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
    int[] keys = phrase.atoms().stream().mapToInt(dictionary::id).toArray();
    if (keys.length == 1) {
      return new Plan.Word(keys[0]);
    }
    int pivot = 0;
    for (int i = 1; i < keys.length; i++) {
      if (rarity.of(phrase.atoms().get(i)) < rarity.of(phrase.atoms().get(pivot))) {
        pivot = i;
      }
    }
    return new PhrasePlan(keys, pivot);
  }

  private Plan.Placed window(Query.Window window) {
    Map<String, Integer> times = new LinkedHashMap<>();
    window.atoms().forEach(atom -> times.merge(atom, 1, Integer::sum));
    return new WindowPlan(
        times.keySet().stream().mapToInt(dictionary::id).toArray(),
        times.values().stream().mapToInt(i -> i).toArray(),
        window.atoms().size() + window.between());
  }

  private Plan.Placed raw(Query.Raw raw) {
    String key = rawKeys(raw).getFirst();
    int lead = raw.atoms().isEmpty() ? raw.literal().indexOf(key.substring(1)) : raw.lead();
    return new RawPlan(raw.literal(), dictionary.id(key), lead, Math.max(1, raw.atoms().size()));
  }

  /** The words of a literal, or where it has none its rarest sign. */
  private static List<String> rawKeys(Query.Raw raw) {
    if (!raw.atoms().isEmpty()) {
      return raw.atoms();
    }
    Rarity plain = new Rarity();
    String rarest = "";
    for (int c : raw.literal().codePoints().filter(Marks::isSign).toArray()) {
      String key = Keys.SIGN + Character.toString(c);
      rarest = rarest.isEmpty() || plain.of(key) < plain.of(rarest) ? key : rarest;
    }
    return List.of(rarest);
  }

  private static List<String> stars(Query.Rating range) {
    List<String> keys = new ArrayList<>();
    for (int stars = Keys.stars(range.least()); stars <= Keys.stars(range.most()); stars++) {
      keys.add(Keys.STARS + stars);
    }
    return keys;
  }

  /** What to file a query under; null where nothing must occur. */
  @Nullable Anchors anchors(Query query) {
    return switch (query) {
      case Query.All all -> {
        Anchors best = null;
        for (Query part : all.parts()) {
          best = rarer(best, anchors(part));
        }
        yield best;
      }
      case Query.Any any -> {
        List<Long> keys = new ArrayList<>();
        double likelihood = 0;
        for (Query part : any.parts()) {
          Anchors anchors = anchors(part);
          if (anchors == null) {
            yield null;
          }
          keys.addAll(anchors.keys());
          likelihood += anchors.likelihood();
        }
        yield new Anchors(keys, likelihood);
      }
      case Query.Not _ -> null;
      case Query.Phrase phrase -> rarer(single(phrase.atoms()), neighbours(phrase.atoms()));
      case Query.Window window -> single(window.atoms());
      case Query.Near near -> rarer(anchors(near.left()), anchors(near.right()));
      case Query.Raw raw -> rarer(single(rawKeys(raw)), neighbours(rawKeys(raw)));
      case Query.Rating range -> {
        List<Long> keys = stars(range).stream().map(key -> (long) dictionary.id(key)).toList();
        yield new Anchors(keys, 0.2 * keys.size());
      }
    };
  }

  private Anchors single(List<String> atoms) {
    String rarest = atoms.getFirst();
    for (String atom : atoms) {
      rarest = rarity.of(atom) < rarity.of(rarest) ? atom : rarest;
    }
    return new Anchors(List.of((long) dictionary.id(rarest)), rarity.of(rarest));
  }

  private @Nullable Anchors neighbours(List<String> atoms) {
    Anchors best = null;
    for (int i = 1; i < atoms.size(); i++) {
      String first = atoms.get(i - 1);
      String second = atoms.get(i);
      if (Dictionary.isWord(first) && Dictionary.isWord(second)) {
        long pair = pair(dictionary.id(first), dictionary.id(second));
        best = rarer(best, new Anchors(List.of(pair), rarity.ofPair(first, second)));
      }
    }
    return best;
  }

  private static @Nullable Anchors rarer(@Nullable Anchors one, @Nullable Anchors other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.likelihood() < one.likelihood() ? other : one;
  }

  /** Keys that every match holds, the rarest first. */
  int[] needs(Query query) {
    List<String> keys = new ArrayList<>();
    needs(query, keys);
    return keys.stream()
        .distinct()
        .sorted((one, other) -> Double.compare(rarity.of(one), rarity.of(other)))
        .mapToInt(dictionary::id)
        .toArray();
  }

  private static void needs(Query query, Collection<String> keys) {
    switch (query) {
      case Query.All all -> all.parts().forEach(part -> needs(part, keys));
      case Query.Phrase phrase -> keys.addAll(phrase.atoms());
      case Query.Window window -> keys.addAll(window.atoms());
      case Query.Near near -> {
        needs(near.left(), keys);
        needs(near.right(), keys);
      }
      case Query.Raw raw -> keys.addAll(rawKeys(raw));
      case Query.Any _, Query.Not _, Query.Rating _ -> {}
    }
  }
}
