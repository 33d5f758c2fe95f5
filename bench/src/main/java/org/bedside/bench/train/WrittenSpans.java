package org.bedside.bench.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bedside.bench.Invented;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.Span;
import org.bedside.understanding.asks.AskFinder;
import org.bedside.understanding.asks.LearnedAsks;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.identifiers.IdentifierFinder;
import org.bedside.understanding.identifiers.LearnedTags;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Calibration.Line;
import tools.jackson.databind.JsonNode;

/** Chooses from which probability on words are marked, on invented rows that were kept back. */
final class WrittenSpans {

  /** Of the texts without identifiers, so many may at most be touched. */
  private static final double TOUCHED = 0.24;

  /** About the standard error of F1 on as many texts as are kept back for asks. */
  private static final double NOISE = 0.025;

  private final Invented rows;
  private final Encoder encoder;
  private final Heads heads;

  WrittenSpans(Invented rows, Encoder encoder, Heads heads) {
    this.rows = rows;
    this.encoder = encoder;
    this.heads = heads;
  }

  Map<String, Blend> fit() throws IOException {
    Map<String, Blend> blends = new HashMap<>();
    blends.put(LearnedAsks.NAME, asks());
    blends.put(LearnedTags.NAME, identifiers());
    return blends;
  }

  private static Blend blend(Line line) {
    return new Blend(1, new Calibration(List.of(line)));
  }

  /** A text with what is marked in it, and what was made of it. */
  private record Marked(String text, List<Span> marks, States states) {}

  private List<Marked> marked(String name, String open, String close) throws IOException {
    var all = new ArrayList<Marked>();
    for (JsonNode row : rows.held(name)) {
      String written = row.get("text").asString();
      var text = new StringBuilder();
      var marks = new ArrayList<Span>();
      int at = 0;
      for (int from = written.indexOf(open); from >= 0; from = written.indexOf(open, at)) {
        int to = written.indexOf(close, from);
        String inside = written.substring(from + open.length(), to);
        String words = open.equals("[[") ? inside.substring(inside.indexOf(':') + 1) : inside;
        text.append(written, at, from);
        marks.add(new Span(text.length(), text.length() + words.length()));
        text.append(words);
        at = to + close.length();
      }
      String plain = text.append(written.substring(at)).toString();
      all.add(new Marked(plain, marks, encoder.read(plain, null)));
    }
    return all;
  }

  /** One choice of what is marked, and how well it did. */
  private record Tried(Line line, double f1) {}

  /**
   * The surest choice that is no worse than the best by more than its noise: the best of so many on
   * so few texts is best by chance, and what nobody asked for costs a reader's trust.
   */
  private static Tried surest(List<Tried> tried) {
    double best = tried.stream().mapToDouble(Tried::f1).max().orElse(0);
    return tried.stream()
        .filter(one -> one.f1 >= best - NOISE)
        .max(
            Comparator.comparingDouble((Tried one) -> one.line.threshold())
                .thenComparingDouble(Tried::f1))
        .orElseThrow();
  }

  private Blend asks() throws IOException {
    List<Marked> texts = marked(LearnedAsks.NAME, "{{", "}}");
    var patterns = new AskFinder();
    var tried = new ArrayList<Tried>();
    for (int threshold = 2; threshold <= 14; threshold++) {
      for (int said = 0; said <= 4; said++) {
        var line = new Line(1, said * 0.5f, threshold * 0.05f);
        var learned = LearnedAsks.of(heads.head(LearnedAsks.NAME), line);
        int right = 0;
        int all = 0;
        for (Marked one : texts) {
          List<Span> found = learned.find(one.text, one.states, patterns.find(one.text));
          all += found.size() + one.marks.size();
          right += (int) one.marks.stream().filter(m -> isFound(m, found)).count();
        }
        tried.add(new Tried(line, all == 0 ? 0 : 2.0 * right / all));
      }
    }
    Tried taken = surest(tried);
    System.out.printf(
        Locale.ROOT, "  asks: F1 %.3f with %s, %d texts%n", taken.f1, taken.line, texts.size());
    return blend(taken.line);
  }

  private static boolean isFound(Span mark, List<Span> found) {
    return found.stream()
        .anyMatch(
            f -> {
              int common = Math.min(f.end(), mark.end()) - Math.max(f.start(), mark.start());
              int all = Math.max(f.end(), mark.end()) - Math.min(f.start(), mark.start());
              return common * 2 >= all;
            });
  }

  private Blend identifiers() throws IOException {
    List<Marked> texts = marked(LearnedTags.NAME, "[[", "]]");
    double highest = -1;
    Line best = new Line(1, 0.1f, 0.5f);
    for (int alone = 2; alone <= 16; alone++) {
      for (int borneOut = 0; borneOut <= alone; borneOut++) {
        var line = new Line(1, borneOut * 0.05f, alone * 0.05f);
        var finder = new IdentifierFinder(LearnedTags.of(heads.head(LearnedTags.NAME), line));
        int found = 0;
        int marks = 0;
        int clean = 0;
        int touched = 0;
        for (Marked one : texts) {
          List<Identifier> given = finder.find(one.text, one.states);
          marks += one.marks.size();
          found += (int) one.marks.stream().filter(m -> covers(m, given)).count();
          clean += one.marks.isEmpty() ? 1 : 0;
          touched += one.marks.isEmpty() && !given.isEmpty() ? 1 : 0;
        }
        // recall first, as long as clean texts are left alone often enough
        double excess = Math.max(0, touched / (double) clean - TOUCHED);
        double value = found / (double) marks - excess;
        if (value > highest) {
          highest = value;
          best = line;
          System.out.printf(
              Locale.ROOT,
              "  identifiers: recall %.3f, clean untouched %.3f with %s%n",
              found / (double) marks,
              1 - touched / (double) clean,
              line);
        }
      }
    }
    return blend(best);
  }

  private static boolean covers(Span mark, List<Identifier> given) {
    int covered = 0;
    for (Identifier one : given) {
      covered +=
          Math.max(
              0,
              Math.min(one.span().end(), mark.end()) - Math.max(one.span().start(), mark.start()));
    }
    return covered * 2 >= mark.end() - mark.start();
  }
}
