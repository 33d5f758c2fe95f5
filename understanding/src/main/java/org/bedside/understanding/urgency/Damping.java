package org.bedside.understanding.urgency;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bedside.understanding.Urgency.Kind;
import org.bedside.understanding.patterns.PatternBook.Hit;
import org.bedside.understanding.words.Words;

/** By how much the words around a sign lessen it, for each kind and sentence. */
final class Damping {

  private final Map<Kind, double[]> factors = new EnumMap<>(Kind.class);
  private final Map<Kind, Double> everywhere = new EnumMap<>(Kind.class);

  private Damping(int sentences) {
    for (Kind kind : Kind.values()) {
      double[] whole = new double[sentences];
      Arrays.fill(whole, 1);
      factors.put(kind, whole);
    }
  }

  static Damping of(Words words, List<Hit> contexts) {
    int sentences = words.size() == 0 ? 1 : words.sentence(words.size() - 1) + 1;
    Damping damping = new Damping(contexts.isEmpty() ? 0 : sentences);
    BitSet over = over(words, contexts);
    for (Hit context : contexts) {
      if (context.section().name().equals("praise") && !over.get(words.sentence(context.from()))) {
        continue;
      }
      boolean ofPost = context.section().name().equals("post");
      for (Kind kind : Kind.values()) {
        if (concerns(context, kind)) {
          if (ofPost) {
            damping.everywhere.merge(kind, context.score(), Math::min);
          } else {
            double[] factor = damping.of(kind);
            int sentence = words.sentence(context.from());
            factor[sentence] = Math.min(factor[sentence], context.score());
          }
        }
      }
    }
    return damping;
  }

  /** The sentences that tell of what was, and not of what is now. */
  private static BitSet over(Words words, List<Hit> contexts) {
    BitSet past = new BitSet();
    BitSet now = new BitSet();
    for (Hit context : contexts) {
      switch (context.section().name()) {
        case "past" -> past.set(words.sentence(context.from()));
        case "now" -> now.set(words.sentence(context.from()));
        default -> {}
      }
    }
    past.andNot(now);
    return past;
  }

  private static boolean concerns(Hit context, Kind kind) {
    List<String> kinds = context.section().arguments();
    return kinds.contains("any") || kinds.contains(kind.label());
  }

  private double[] of(Kind kind) {
    double[] factor = factors.get(kind);
    if (factor == null) {
      throw new IllegalStateException("every kind has its factors");
    }
    return factor;
  }

  double at(Kind kind, int sentence) {
    double[] factor = of(kind);
    double here = sentence < factor.length ? factor[sentence] : 1;
    return Math.min(here, everywhere.getOrDefault(kind, 1.0));
  }
}
