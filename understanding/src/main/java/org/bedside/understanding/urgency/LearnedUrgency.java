package org.bedside.understanding.urgency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bedside.understanding.Span;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Kind;
import org.bedside.understanding.Urgency.Level;
import org.bedside.understanding.Urgency.Signal;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.judge.Reading;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Blends;
import org.bedside.understanding.model.Classifier;
import org.jspecify.annotations.Nullable;

/**
 * What patterns, words and the encoder together hold of urgency. A long text is as urgent as its
 * most urgent window. Immutable and thread-safe.
 */
public final class LearnedUrgency {

  /** The name of the words' model, of the head and of the blend. */
  public static final String NAME = "urgency";

  /** The name of the blend of patterns and words. */
  public static final String QUICK = "urgency-quick";

  /** The label of what is not urgent; those of the kinds follow in their order. */
  private static final String CALM = "none";

  /** A kind is named beside the likeliest from this share on. */
  private static final double ALSO = 0.15;

  /**
   * What might be anything is nothing to be called for. Who misses a cry for help has lost more
   * than who looks once too often, so it is low: of what is raised, six in seven are to be urgent.
   */
  private static final double SURE_OF_KIND = 0.15;

  /** Self-harm, an emergency or a threat that no pattern saw frightens; it takes more. */
  private static final double SURE_OF_DANGER = 0.25;

  /**
   * What no pattern saw in Spanish, of which little was learned, takes still more: of 392 harmless
   * invented posts .17 were raised without this, .09 with it, and of 59 urgent ones .97.
   */
  private static final double SURE_IN_SPANISH = 0.4;

  /** From this part of the threshold on, a post is worth a look, if not now. */
  private static final double WORTH_A_LOOK = 0.5;

  /** How likely a kind seems where no pattern speaks of it, against none. */
  private static final double UNSAID = 0.02;

  /** How likely at least what patterns raise by themselves is. */
  private static final double OUTRIGHT = 0.5;

  private static final String SPANISH = "es";

  private static final double LEAST = 1e-6;
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<String> LABELS = labels();

  private final Classifier words;
  private final Blend said;
  private final @Nullable Head head;
  private final @Nullable Blend both;

  private LearnedUrgency(Classifier words, Blend said, @Nullable Head head, @Nullable Blend both) {
    this.words = words;
    this.said = said;
    this.head = head;
    this.both = both;
  }

  /** Takes what was learned; without the encoder's say where that is null. */
  public static LearnedUrgency load(@Nullable Encoded encoded) {
    Classifier words = Classifier.load(NAME);
    if (encoded == null) {
      return new LearnedUrgency(words, Blends.load().blend(QUICK), null, null);
    }
    Blends blends = encoded.blends();
    return new LearnedUrgency(
        words, blends.blend(QUICK), encoded.heads().head(NAME), blends.blend(NAME));
  }

  /** The same weights without the encoder's say. */
  public LearnedUrgency quick() {
    return new LearnedUrgency(words, said, null, null);
  }

  /** {@code none} and the ten kinds, in the order of all shares. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    labels.add(CALM);
    for (Kind kind : Kind.values()) {
      labels.add(kind.label());
    }
    return List.copyOf(labels);
  }

  /** What the patterns found as shares of all labels, which sum to 1. */
  public static double[] shares(Urgency patterns) {
    double[] shares = new double[LABELS.size()];
    double sum = 1;
    shares[0] = 1;
    for (Kind kind : Kind.values()) {
      double score =
          patterns.kinds().stream()
              .filter(signal -> signal.kind() == kind)
              .mapToDouble(Signal::score)
              .max()
              .orElse(0);
      shares[at(kind)] = UNSAID + score / (1.02 - score);
      sum += shares[at(kind)];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** The logarithms of shares, as scores to be blended. */
  public static double[] logarithms(double[] shares) {
    double[] logarithms = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      logarithms[i] = Math.log(Math.max(LEAST, shares[i]));
    }
    return logarithms;
  }

  /** The place of the likeliest kind. */
  public static int first(double[] likely) {
    int first = 1;
    for (int i = 2; i < likely.length; i++) {
      first = likely[i] > likely[first] ? i : first;
    }
    return first;
  }

  /** Whether somebody should be told, whatever the patterns saw. */
  public static boolean isRaised(double[] likely, double threshold) {
    int first = first(likely);
    return 1 - likely[0] >= threshold && likely[first] >= sureEnough(kind(first), false);
  }

  private static double sureEnough(Kind kind, boolean isSaid) {
    return UrgencyJudge.severity(kind) == Level.CRITICAL && !isSaid ? SURE_OF_DANGER : SURE_OF_KIND;
  }

  /**
   * Judges a post.
   *
   * @param patterns what the patterns found in it
   */
  public Urgency judge(Reading reading, Urgency patterns) {
    if (reading.segments() == 0) {
      return Urgency.NONE;
    }
    double[] likely = likely(reading, patterns);
    double urgent = 1 - likely[0];
    double threshold = (both == null || reading.states() == null ? said : both).threshold(0);
    boolean isForPatterns = isForPatterns(reading, patterns);
    if (urgent < threshold * WORTH_A_LOOK && !isForPatterns) {
      return Urgency.NONE;
    }
    List<Kind> kinds = kinds(likely);
    Kind first = kinds.getFirst();
    boolean isSaid = patterns.kinds().stream().anyMatch(signal -> signal.kind() == first);
    double enough = sureEnough(first, isSaid);
    if (isSpanish(reading) && !isSaid) {
      enough = Math.max(enough, SURE_IN_SPANISH);
    }
    boolean isSure = urgent >= threshold && likely[at(first)] >= enough;
    Level level = isSure ? UrgencyJudge.severity(first) : Level.LOW;
    Kind outright = outright(patterns, isForPatterns || urgent >= threshold, isSure);
    if (outright != null) {
      Level theirs = UrgencyJudge.severity(outright);
      level = theirs.compareTo(level) > 0 ? theirs : level;
      kinds.removeIf(kind -> kind == outright || likely[at(kind)] < ALSO);
      kinds.addFirst(outright);
      // of what patterns raise by themselves, far more than half is urgent
      likely[at(outright)] = Math.max(likely[at(outright)], OUTRIGHT);
    }
    List<Signal> signals = new ArrayList<>();
    for (Kind kind : kinds) {
      signals.add(new Signal(kind, where(reading, patterns, kind), Math.min(1, likely[at(kind)])));
    }
    return new Urgency(level, signals);
  }

  /**
   * The kind for which patterns are enough, or null: always where somebody speaks of ending their
   * life (among ten kind words, or beside a lawyer, it would be outvoted), else where nobody else
   * is sure of what.
   *
   * @param isThoughtPossible whether the others hold the post for urgent, or don't understand it
   */
  private static @Nullable Kind outright(
      Urgency patterns, boolean isThoughtPossible, boolean isSure) {
    if (isOfLifeAndDeath(patterns)) {
      return Kind.SELF_HARM;
    }
    return isThoughtPossible && !isSure && patterns.level().compareTo(Level.HIGH) >= 0
        ? patterns.kinds().getFirst().kind()
        : null;
  }

  /**
   * Whether patterns have the word whatever the others hold: where somebody speaks of ending their
   * life, and where there is danger in Spanish, of which the others know little.
   */
  private static boolean isForPatterns(Reading reading, Urgency patterns) {
    return isOfLifeAndDeath(patterns)
        || (patterns.level().compareTo(Level.HIGH) >= 0 && isSpanish(reading));
  }

  private static boolean isSpanish(Reading reading) {
    return reading.language().code().equals(SPANISH);
  }

  private static boolean isOfLifeAndDeath(Urgency patterns) {
    return patterns.kinds().stream()
        .anyMatch(sign -> sign.kind() == Kind.SELF_HARM && sign.score() >= UrgencyJudge.SURE);
  }

  private double[] likely(Reading reading, Urgency patterns) {
    double[] quick = said.shares(shares(patterns), logarithms(words.shares(reading.whole())));
    States states = reading.states();
    if (states == null || head == null || both == null) {
      return quick;
    }
    double[] likely = new double[LABELS.size()];
    likely[0] = 1;
    for (float[] mean : states.windowMeans()) {
      double[] here = both.shares(quick, head.scores(mean, LABELS));
      if (here[0] < likely[0]) {
        likely = here;
      }
    }
    return likely;
  }

  private static int at(Kind kind) {
    return LABELS.indexOf(kind.label());
  }

  private static Kind kind(int at) {
    return KINDS.get(at - 1);
  }

  /** The likeliest first, and those that are likely beside it. */
  private static List<Kind> kinds(double[] likely) {
    List<Kind> kinds = new ArrayList<>(KINDS);
    kinds.sort(Comparator.comparingDouble(kind -> -likely[at(kind)]));
    Kind first = kinds.getFirst();
    kinds.removeIf(kind -> kind != first && likely[at(kind)] < ALSO);
    return kinds;
  }

  /** Where a pattern saw it, or else the clause that speaks most of it. */
  private Span where(Reading reading, Urgency patterns, Kind kind) {
    for (Signal signal : patterns.kinds()) {
      if (signal.kind() == kind) {
        return signal.span();
      }
    }
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < reading.segments(); i++) {
      double[] scores = scores(reading, i);
      double ahead = scores[at(kind)] - scores[0];
      if (ahead > highest) {
        highest = ahead;
        best = i;
      }
    }
    return reading.span(best);
  }

  private double[] scores(Reading reading, int segment) {
    float[] mean = reading.mean(segment);
    return head == null || mean == null
        ? words.model().scores(reading.unasked(segment))
        : head.scores(mean, LABELS);
  }
}
