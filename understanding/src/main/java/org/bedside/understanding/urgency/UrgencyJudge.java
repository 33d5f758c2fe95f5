package org.bedside.understanding.urgency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.Post;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Kind;
import org.bedside.understanding.Urgency.Level;
import org.bedside.understanding.Urgency.Signal;
import org.bedside.understanding.patterns.PatternBook;
import org.bedside.understanding.patterns.PatternBook.Hit;
import org.bedside.understanding.patterns.PatternBook.Section;
import org.bedside.understanding.words.Words;

/**
 * Judges how soon a person must look at a post, and why.
 *
 * <p>Patterns over words name the signs of ten kinds. A sign falls where the words around it deny
 * it or are an idiom, and counts less where they place it in the past, in a film or in a lesson, or
 * praise what was done then (a crisis of the present is never lessened by praise), or, for signs
 * that the wide world is full of, where nothing in the post speaks of care; what is left is
 * combined for each kind. Immutable and thread-safe; time linear in the post's length.
 */
public final class UrgencyJudge {

  /** From here a person is needed now. */
  static final double SURE = 0.5;

  /** Below this nothing is said at all. */
  private static final double FAINT = 0.3;

  /** What a sign marked "care" counts in a post that says nothing of care. */
  private static final double ELSEWHERE = 0.45;

  private static final int NEGATION_REACH = 3;

  private static final Set<String> NEGATORS =
      Set.of(
          "not", "no", "never", "without", "zero", "neither", "nor", "none", "hardly", "nunca",
          "jamas", "ningun", "ninguna", "sin");

  private final PatternBook book;

  public UrgencyJudge() {
    this(PatternBook.load(UrgencyJudge.class, "urgency.patterns"));
  }

  UrgencyJudge(PatternBook book) {
    this.book = book;
  }

  /** What is urgent in {@code post}, most pressing first; {@link Urgency#NONE} if nothing is. */
  public Urgency judge(Post post) {
    return judge(Words.of(post.text()));
  }

  private Urgency judge(Words words) {
    List<Hit> signs = new ArrayList<>();
    List<Hit> contexts = new ArrayList<>();
    boolean[] blocked = new boolean[words.size()];
    boolean care = false;
    for (Hit hit : book.hits(words)) {
      switch (hit.section().name()) {
        case "block" -> Arrays.fill(blocked, hit.from(), hit.to(), true);
        case "sentence", "post", "praise", "past", "now" -> contexts.add(hit);
        case "care" -> care = true;
        default -> signs.add(hit);
      }
    }
    if (signs.isEmpty()) {
      return Urgency.NONE;
    }
    Damping damping = Damping.of(words, contexts);
    Map<Kind, Found> found = new EnumMap<>(Kind.class);
    for (Hit sign : signs) {
      if (!restsOn(sign, blocked) && !denied(words, sign)) {
        Kind kind = kind(sign.section());
        double elsewhere = !care && sign.flags().contains("care") ? ELSEWHERE : 1;
        double score = sign.score() * elsewhere * damping.at(kind, words.sentence(sign.from()));
        found.computeIfAbsent(kind, _ -> new Found()).add(sign, score);
      }
    }
    return urgency(words, found);
  }

  private static Urgency urgency(Words words, Map<Kind, Found> found) {
    List<Signal> signals = new ArrayList<>();
    Level level = Level.NONE;
    for (Map.Entry<Kind, Found> one : found.entrySet()) {
      Found sign = one.getValue();
      double score = sign.score();
      if (score < FAINT) {
        continue;
      }
      Level here = score < SURE ? Level.LOW : severity(one.getKey());
      level = here.compareTo(level) > 0 ? here : level;
      signals.add(new Signal(one.getKey(), words.span(sign.from, sign.to), score));
    }
    signals.sort(
        Comparator.comparingInt((Signal signal) -> signal.score() >= SURE ? 0 : 1)
            .thenComparing(signal -> severity(signal.kind()), Comparator.reverseOrder())
            .thenComparing(Comparator.comparingDouble(Signal::score).reversed()));
    return signals.isEmpty() ? Urgency.NONE : new Urgency(level, signals);
  }

  static Level severity(Kind kind) {
    return switch (kind) {
      case SELF_HARM, MEDICAL_EMERGENCY, THREAT -> Level.CRITICAL;
      case LEGAL,
          ADVERSE_EVENT,
          PRIVACY_BREACH,
          PATIENT_HARM,
          ABUSE_ALLEGATION,
          DISCRIMINATION,
          MEDIA ->
          Level.HIGH;
    };
  }

  static Kind kind(Section section) {
    for (Kind kind : Kind.values()) {
      if (kind.label().equals(section.name())) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no such kind: " + section.name());
  }

  private static boolean restsOn(Hit hit, boolean[] blocked) {
    for (int i = hit.from(); i < hit.to(); i++) {
      if (blocked[i]) {
        return true;
      }
    }
    return false;
  }

  /** A negation just before, in the same clause, that the pattern does not itself speak of. */
  private static boolean denied(Words words, Hit hit) {
    int clause = words.clause(hit.from());
    for (int i = Math.max(0, hit.from() - NEGATION_REACH); i < hit.from(); i++) {
      if (words.clause(i) == clause && NEGATORS.contains(words.form(i))) {
        return true;
      }
    }
    return false;
  }

  /** The signs of one kind: how sure they make together, and where the strongest stands. */
  private static final class Found {
    private double doubt = 1;
    private double best;
    private int from;
    private int to;
    private int lastEnd = -1;

    void add(Hit hit, double score) {
      if (score > best) {
        best = score;
        from = hit.from();
        to = hit.to();
      }
      // overlapping patterns see the same words twice; that is no second sign
      if (hit.from() >= lastEnd) {
        doubt *= 1 - score * 0.5;
        lastEnd = hit.to();
      }
    }

    double score() {
      return Math.max(best, 1 - doubt);
    }
  }
}
