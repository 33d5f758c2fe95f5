package org.bedside.bench.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bedside.bench.identifiers.Samples.Label;
import org.bedside.bench.identifiers.Samples.Sample;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.Span;
import org.bedside.understanding.identifiers.IdentifierFinder;
import org.bedside.understanding.identifiers.Word;

/**
 * Scores the finder of identifiers: recall on invented posts (a label counts as found when a
 * finding covers at least half of it), the share of clean posts left untouched, and F2 over words
 * on the held-out general-PII rows, whatever the type. Arguments: the data folder; {@code -v} lists
 * misses.
 */
public final class IdentifierScore {

  /** Not identifiers of a person under Safe Harbor. */
  private static final Set<String> NOT_MAPPED = Set.of("ORGANIZATION", "TITLE", "PREFIX");

  private final IdentifierFinder finder = new IdentifierFinder();
  private final boolean verbose;

  private IdentifierScore(boolean verbose) {
    this.verbose = verbose;
  }

  /** Prints the rows. */
  public static void main(String[] args) throws IOException {
    var score = new IdentifierScore(List.of(args).contains("-v"));
    score.posts("posts-dev.txt");
    score.posts("posts-heldout.txt");
    Path data = Path.of(args.length > 0 ? args[0] : "../shared/data");
    if (Files.exists(data.resolve("phi"))) {
      score.generalPii(data);
    } else {
      System.out.println("general PII: skipped, no data at " + data);
    }
  }

  private void posts(String resource) throws IOException {
    var clean = new ArrayList<String>();
    var marked = new ArrayList<String>();
    try (InputStream in = IdentifierScore.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(
              line -> (line.startsWith("C|") ? clean : marked).add(line.replaceFirst("^C\\|", "")));
    }
    boolean show = verbose && resource.contains("dev");
    int labels = 0;
    int found = 0;
    for (Sample sample : Samples.marked(marked)) {
      List<Identifier> findings = finder.find(sample.text());
      for (Label label : sample.labels()) {
        labels++;
        if (covered(label, findings) * 2 >= label.end() - label.start()) {
          found++;
        } else if (show) {
          System.out.println("missed " + label.type() + ": " + sample.text());
        }
      }
    }
    int untouched = 0;
    for (String text : clean) {
      List<Identifier> findings = finder.find(text);
      if (findings.isEmpty()) {
        untouched++;
      } else if (show) {
        findings.forEach(
            f -> System.out.println("false " + f.type() + " [" + f.span().of(text) + "] " + text));
      }
    }
    print("identifiers " + resource, "recall", found, labels);
    print("identifiers " + resource, "clean posts untouched", untouched, clean.size());
  }

  private static int covered(Label label, List<Identifier> findings) {
    int covered = 0;
    for (Identifier finding : findings) {
      Span span = finding.span();
      covered +=
          Math.max(0, Math.min(span.end(), label.end()) - Math.max(span.start(), label.start()));
    }
    return covered;
  }

  private void generalPii(Path data) throws IOException {
    int hit = 0;
    int missed = 0;
    int extra = 0;
    for (Sample sample : Samples.generalPii(data, true)) {
      List<Identifier> findings = finder.find(sample.text());
      for (Word word : Word.of(sample.text())) {
        if (!Character.isLetterOrDigit(word.text().codePointAt(0))) {
          continue;
        }
        boolean organisation =
            sample.labels().stream()
                .anyMatch(l -> NOT_MAPPED.contains(l.type()) && overlaps(word, l.start(), l.end()));
        boolean gold =
            sample.labels().stream()
                .anyMatch(
                    l -> !NOT_MAPPED.contains(l.type()) && overlaps(word, l.start(), l.end()));
        boolean guess =
            findings.stream().anyMatch(f -> overlaps(word, f.span().start(), f.span().end()));
        if (gold && guess) {
          hit++;
        } else if (gold) {
          missed++;
        } else if (guess && !organisation) {
          extra++;
        }
        if (verbose && gold != guess) {
          System.out.println((gold ? "missed [" : "extra [") + word.text() + "] " + sample.text());
        }
      }
    }
    double precision = (double) hit / Math.max(1, hit + extra);
    double recall = (double) hit / Math.max(1, hit + missed);
    double f2 = 5 * precision * recall / (4 * precision + recall);
    System.out.printf(
        Locale.ROOT,
        "general PII, held-out rows, words: precision %.3f recall %.3f F2 %.3f%n",
        precision,
        recall,
        f2);
  }

  private static boolean overlaps(Word word, int start, int end) {
    return word.start() < end && start < word.end();
  }

  private static void print(String what, String figure, int part, int whole) {
    System.out.printf(
        Locale.ROOT, "%s: %s %.3f (%d of %d)%n", what, figure, (double) part / whole, part, whole);
  }
}
