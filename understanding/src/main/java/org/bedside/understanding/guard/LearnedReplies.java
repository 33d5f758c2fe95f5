package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.text.Segments;
import org.bedside.understanding.text.Segments.Segment;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply beside the review it answers: a turn of phrase that no rule knows can disclose, and
 * most words that no rule knows are harmless. What rules and encoder hold together decides;
 * whatever a rule would block is at least a warning. Immutable and thread-safe.
 */
public final class LearnedReplies {

  /** The name of head and blend. */
  public static final String NAME = "guard";

  /** What a reply discloses, or the first where nothing. */
  public static final List<String> LABELS =
      List.of(
          "safe",
          "name",
          "date",
          "relative",
          "visit",
          "treatment",
          "diagnosis",
          "medication",
          "billing",
          "insurance",
          "record",
          "number",
          "history",
          "denial",
          "implication",
          "blame");

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("date", "date"),
          Map.entry("relative", "relative"),
          Map.entry("visit", "confirms-patient"),
          Map.entry("treatment", "health-detail"),
          Map.entry("diagnosis", "health-detail"),
          Map.entry("medication", "health-detail"),
          Map.entry("billing", "billing-detail"),
          Map.entry("insurance", "billing-detail"),
          Map.entry("record", "records"),
          Map.entry("number", "number"),
          Map.entry("history", "remembers-patient"),
          Map.entry("denial", "denies-patient"),
          Map.entry("implication", "implies"),
          Map.entry("blame", "argues"));

  /** Rules of which five finds in six, in invented replies, do disclose. */
  private static final Set<String> SURE =
      Set.of(
          "confirms-patient",
          "health-detail",
          "denies-patient",
          "billing-detail",
          "records",
          "number");

  /** Rules of which three finds in four do; the others find as much in harmless replies. */
  private static final Set<String> LIKELY =
      Set.of(
          "relative",
          "remembers-patient",
          "argues",
          "speaks-of-writer",
          "states-facts",
          "experience");

  /** Rules that say no more than that nobody vetted the words. */
  private static final Set<String> UNKNOWN = Set.of("unchecked-words", "repeats-name");

  // Chosen on replies kept back and on those that may be looked at; see docs/figures.md.
  private static final double BLOCKED_FROM = 0.82;
  private static final double ALLOWED_BELOW = 0.005;
  private static final double ALLOWED_WITH_RULES_BELOW = 0.9;

  private final Encoded encoded;
  private final Head head;
  private final ReplyWords words = ReplyWords.load();
  private final ReplyMix mix = ReplyMix.load();
  private final RuleBook book;
  private final Alternatives alternatives;

  LearnedReplies(Encoded encoded, RuleBook book) {
    this.encoded = encoded;
    this.head = encoded.heads().head(NAME);
    this.book = book;
    this.alternatives = new Alternatives(book);
  }

  /**
   * What the encoder is given before the reply.
   *
   * @param reviewer the name shown beside the review
   */
  public static String before(@Nullable String reviewer, String review) {
    return reviewer == null || reviewer.isBlank() ? review : reviewer + ": " + review;
  }

  /** What the rules found, as odds. */
  public static double odds(Verdict byRules) {
    double unsafe = 0.05;
    for (Finding finding : byRules.findings()) {
      double one =
          SURE.contains(finding.rule()) ? 0.85 : LIKELY.contains(finding.rule()) ? 0.7 : 0.4;
      unsafe = Math.max(unsafe, one);
    }
    return Math.log(unsafe / (1 - unsafe));
  }

  /**
   * What {@link ReplyMix#likely} takes: of all of the reply, and of the clause that discloses most,
   * so that one half-sentence isn't drowned by thanks; of its words; of the rules.
   */
  public static double[] signals(
      Head head, States states, List<Span> clauses, double words, Verdict byRules) {
    double most = clauses.stream().mapToDouble(c -> odds(head, states, c)).max().orElse(0);
    return new double[] {odds(scores(head, states.mean())), most, words, odds(byRules)};
  }

  /** The clauses of a reply. */
  public static List<Span> clauses(String reply) {
    List<Token> tokens = Tokenizer.tokens(reply);
    var clauses = new ArrayList<Span>();
    for (Segment segment : Segments.of(reply, tokens)) {
      clauses.add(new Span(tokens.get(segment.from()).start(), tokens.get(segment.to() - 1).end()));
    }
    return clauses;
  }

  private static double[] scores(Head head, float[] vector) {
    return head.scores(vector, LABELS);
  }

  private static double odds(Head head, States states, Span clause) {
    return odds(scores(head, states.mean(clause)));
  }

  private static double odds(double[] scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < scores.length; i++) {
      highest = Math.max(highest, scores[i]);
    }
    double sum = 0;
    for (int i = 1; i < scores.length; i++) {
      sum += Math.exp(scores[i] - highest);
    }
    return highest + Math.log(sum) - scores[0];
  }

  private States read(String reply, Post original) {
    return encoded.encoder().read(reply, before(original.author(), original.text()));
  }

  /**
   * What all of them hold together.
   *
   * @param ruled what the rules say
   */
  Verdict review(String reply, Post original, ReplyReview.Ruled ruled) {
    List<Span> clauses = clauses(reply);
    Verdict byRules = ruled.verdict();
    if (clauses.isEmpty()) {
      return byRules;
    }
    States states = read(reply, original);
    double odds = words.odds(reply, original.author());
    double likely = mix.likely(signals(head, states, clauses, odds, byRules));
    boolean isKnown = byRules.decision() == Decision.ALLOW;
    boolean isLikely = likely >= BLOCKED_FROM && !isKnown;
    if (isLikely || !ruled.plain().isEmpty()) {
      return blocked(reply, states, clauses, byRules, isLikely);
    }
    if (byRules.decision() == Decision.BLOCK) {
      return new Verdict(
          Decision.WARN, byRules.findings().stream().map(f -> as(f, Decision.WARN)).toList());
    }
    boolean isHarmless =
        likely < (isKnown ? ALLOWED_WITH_RULES_BELOW : ALLOWED_BELOW)
            && byRules.findings().stream().allMatch(f -> UNKNOWN.contains(f.rule()));
    return isHarmless
        ? new Verdict(Decision.ALLOW, List.of())
        : warned(reply, states, clauses, byRules);
  }

  /** A warning says at least of which clause. */
  private Verdict warned(String reply, States states, List<Span> clauses, Verdict byRules) {
    return byRules.findings().isEmpty()
        ? new Verdict(
            Decision.WARN,
            List.of(as(finding(reply, states, worst(states, clauses)), Decision.WARN)))
        : byRules;
  }

  private Verdict blocked(
      String reply, States states, List<Span> clauses, Verdict byRules, boolean isLikely) {
    var findings = new ArrayList<Finding>();
    for (Finding finding : byRules.findings()) {
      if (finding.decision() == Decision.BLOCK || LIKELY.contains(finding.rule())) {
        findings.add(finding);
      }
    }
    Span worst = worst(states, clauses);
    boolean isKnown =
        findings.stream()
            .anyMatch(f -> f.decision() == Decision.BLOCK && overlaps(f.span(), worst));
    if (isLikely && !isKnown) {
      findings.removeIf(finding -> overlaps(finding.span(), worst));
      findings.add(finding(reply, states, worst));
    }
    findings.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return new Verdict(Decision.BLOCK, findings);
  }

  private Finding finding(String reply, States states, Span clause) {
    double[] scores = scores(head, states.mean(clause));
    int kind = 1;
    for (int i = 2; i < scores.length; i++) {
      kind = scores[i] > scores[kind] ? i : kind;
    }
    var rule = book.rule(RULES.getOrDefault(LABELS.get(kind), "implies"));
    boolean isSpanish = book.isSpanish(Tokens.of(reply));
    return ReplyReview.finding(rule, clause, alternatives.forClause(clause.of(reply), isSpanish));
  }

  private static boolean overlaps(Span a, Span b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  private Span worst(States states, List<Span> clauses) {
    Span worst = clauses.getFirst();
    for (Span clause : clauses) {
      worst = odds(head, states, clause) > odds(head, states, worst) ? clause : worst;
    }
    return worst;
  }

  private static Finding as(Finding finding, Decision decision) {
    return new Finding(finding.rule(), finding.span(), decision, finding.why(), finding.instead());
  }
}
