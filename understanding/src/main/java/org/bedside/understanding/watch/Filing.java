package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a match of a query can't do without, to file the query under it. */
final class Filing {

  /** Keys of which every match holds at least one. */
  static final class Anchors {

    private final long[] keys;
    private final double likelihood;
    private final @Nullable Query rest;

    /**
     * @param keys plain keys and patterns by number; neighbours as made by {@link #pair}
     * @param likelihood roughly the share of posts that hold one of them
     * @param rest what must hold besides, once one of the keys is there; null where nothing must
     */
    Anchors(long[] keys, double likelihood, @Nullable Query rest) {
      this.keys = keys;
      this.likelihood = likelihood;
      this.rest = rest;
    }

    long[] keys() {
      return keys;
    }

    double likelihood() {
      return likelihood;
    }

    @Nullable Query rest() {
      return rest;
    }
  }

  private final KeyBook book;

  Filing(KeyBook book) {
    this.book = book;
  }

  /** Two plain keys side by side, as one number apart from all single keys. */
  static long pair(int first, int second) {
    return ((long) (first + 1) << 32) | second;
  }

  /** What to file a query under; null where nothing must occur. */
  @Nullable Anchors anchors(Query query) {
    return switch (query) {
      case Query.All all -> all(all);
      case Query.Any any -> any(any);
      case Query.Not _ -> null;
      case Query.Phrase phrase -> {
        List<String> atoms = phrase.atoms();
        yield rarer(
            single(atoms, atoms.size() == 1 ? null : phrase),
            neighbours(atoms, atoms.size() == 2 ? null : phrase));
      }
      case Query.Window window -> single(window.atoms(), window);
      case Query.Near near -> {
        Anchors best = rarer(anchors(near.left()), anchors(near.right()));
        yield best == null ? null : new Anchors(best.keys(), best.likelihood(), near);
      }
      case Query.Raw raw -> {
        List<String> keys = Planner.rawKeys(raw);
        yield rarer(single(keys, raw), neighbours(keys, raw));
      }
      case Query.Rating range -> {
        long[] keys = Planner.stars(range).stream().mapToLong(book::id).toArray();
        yield new Anchors(keys, 0.2 * keys.length, range);
      }
    };
  }

  private @Nullable Anchors all(Query.All all) {
    Anchors best = null;
    int filed = -1;
    List<Query> parts = all.parts();
    for (int i = 0; i < parts.size(); i++) {
      Anchors anchors = anchors(parts.get(i));
      if (anchors != null && (best == null || anchors.likelihood() < best.likelihood())) {
        best = anchors;
        filed = i;
      }
    }
    if (best == null) {
      return null;
    }
    List<Query> rest = new ArrayList<>(parts);
    rest.remove(filed);
    if (best.rest() != null) {
      rest.add(filed, best.rest());
    }
    return new Anchors(
        best.keys(),
        best.likelihood(),
        switch (rest.size()) {
          case 0 -> null;
          case 1 -> rest.getFirst();
          default -> new Query.All(List.copyOf(rest));
        });
  }

  private @Nullable Anchors any(Query.Any any) {
    List<long[]> keys = new ArrayList<>();
    double likelihood = 0;
    Query rest = null;
    for (Query part : any.parts()) {
      Anchors anchors = anchors(part);
      if (anchors == null) {
        return null;
      }
      keys.add(anchors.keys());
      likelihood += anchors.likelihood();
      rest = anchors.rest() == null ? rest : any;
    }
    long[] distinct = keys.stream().flatMapToLong(Arrays::stream).distinct().toArray();
    return new Anchors(distinct, likelihood, rest);
  }

  private Anchors single(List<String> atoms, @Nullable Query rest) {
    String rarest = atoms.getFirst();
    for (String atom : atoms) {
      rarest = book.likelihood(atom) < book.likelihood(rarest) ? atom : rarest;
    }
    return new Anchors(new long[] {book.id(rarest)}, book.likelihood(rarest), rest);
  }

  private @Nullable Anchors neighbours(List<String> atoms, @Nullable Query rest) {
    Anchors best = null;
    for (int i = 1; i < atoms.size(); i++) {
      String first = atoms.get(i - 1);
      String second = atoms.get(i);
      if (Keys.isWord(first) && Keys.isWord(second)) {
        double likelihood = Rarity.ofPair(book.likelihood(first), book.likelihood(second));
        if (best == null || likelihood < best.likelihood()) {
          long pair = pair(book.id(first), book.id(second));
          best = new Anchors(new long[] {pair}, likelihood, rest);
        }
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
        .sorted((one, other) -> Double.compare(book.likelihood(one), book.likelihood(other)))
        .mapToInt(book::id)
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
      case Query.Raw raw -> keys.addAll(Planner.rawKeys(raw));
      case Query.Any _, Query.Not _, Query.Rating _ -> {}
    }
  }
}
