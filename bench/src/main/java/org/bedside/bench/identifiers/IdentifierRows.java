package org.bedside.bench.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.bedside.bench.Data;
import org.bedside.bench.identifiers.Samples.Label;
import org.bedside.bench.identifiers.Samples.Sample;
import org.bedside.bench.score.Bootstrap;
import org.bedside.bench.score.Rate;
import org.bedside.bench.score.ScoreRow;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.identifiers.Word;

/**
 * The finder of identifiers: recall on invented posts (a label counts as found when a finding
 * covers at least half of it), the share of clean posts left untouched, and figures over words on
 * the held-out general-PII rows, whatever the type.
 */
public final class IdentifierRows implements ScoreRow {

  /** Not identifiers of a person under Safe Harbor. */
  private static final Set<String> NOT_MAPPED = Set.of("ORGANIZATION", "TITLE", "PREFIX");

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    try {
      var figures = new ArrayList<Figure>();
      posts(figures, understanding, "heldout", "second set of invented posts");
      posts(figures, understanding, "dev", "invented posts, rules tuned on them");
      written(figures, understanding);
      generalPii(figures, understanding, data);
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Identifier> find(Understanding understanding, String text) {
    return understanding.assess(List.of(Post.of("post", text))).getFirst().identifiers();
  }

  private static void posts(
      List<Figure> figures, Understanding understanding, String part, String name)
      throws IOException {
    var clean = new ArrayList<String>();
    var marked = new ArrayList<String>();
    try (InputStream in = IdentifierRows.class.getResourceAsStream("posts-" + part + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("missing posts-" + part + ".txt");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(
              line -> (line.startsWith("C|") ? clean : marked).add(line.replaceFirst("^C\\|", "")));
    }
    rates(
        figures, understanding, Samples.marked(marked), clean, " of " + name + " (`" + part + "`)");
  }

  /** Those of {@code bench/written}, marked with a colon instead of a bar. */
  private static void written(List<Figure> figures, Understanding understanding)
      throws IOException {
    var clean = new ArrayList<String>();
    var marked = new ArrayList<String>();
    for (String text : Samples.texts(Path.of("bench/written/identifiers-test.jsonl"))) {
      (text.contains("[[") ? marked : clean).add(text.replaceAll("\\[\\[([A-Z_0-9]+):", "[[$1|"));
    }
    rates(
        figures,
        understanding,
        Samples.marked(marked),
        clean,
        " of invented texts by another writer, nothing tuned on them (`test`)");
  }

  private static void rates(
      List<Figure> figures,
      Understanding understanding,
      List<Sample> samples,
      List<String> clean,
      String rows) {
    int labels = 0;
    int found = 0;
    for (Sample sample : samples) {
      List<Identifier> findings = find(understanding, sample.text());
      for (Label label : sample.labels()) {
        labels++;
        found += covered(label, findings) * 2 >= label.end() - label.start() ? 1 : 0;
      }
    }
    long untouched = clean.stream().filter(text -> find(understanding, text).isEmpty()).count();
    figures.add(Rate.of("identifiers", "recall", found, labels, "labels" + rows));
    figures.add(
        Rate.of("identifiers", "clean untouched", untouched, clean.size(), "clean posts" + rows));
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

  /** How many words of one text were found, missed, and taken for identifiers wrongly. */
  private record Tally(int hit, int missed, int extra) {

    Tally plus(Tally other) {
      return new Tally(hit + other.hit, missed + other.missed, extra + other.extra);
    }

    double precision() {
      return (double) hit / Math.max(1, hit + extra);
    }

    double recall() {
      return (double) hit / Math.max(1, hit + missed);
    }

    double f2() {
      return 5 * precision() * recall() / Math.max(1e-9, 4 * precision() + recall());
    }
  }

  private static void generalPii(List<Figure> figures, Understanding understanding, Data data)
      throws IOException {
    if (!Files.exists(data.path("phi"))) {
      return;
    }
    List<Tally> tallies =
        Samples.generalPii(data.path(""), true).stream()
            .map(sample -> tally(sample, find(understanding, sample.text())))
            .toList();
    Map<String, ToDoubleFunction<Tally>> metrics =
        Map.of("precision", Tally::precision, "recall", Tally::recall, "F2", Tally::f2);
    for (String metric : List.of("precision", "recall", "F2")) {
      ToDoubleFunction<Tally> of = metrics.getOrDefault(metric, Tally::f2);
      figures.add(
          Bootstrap.figure(
              new Bootstrap.Subject(
                  "identifiers, words",
                  metric,
                  tallies.size(),
                  "general-PII texts kept out of training, of shared templates",
                  ""),
              drawn ->
                  of.applyAsDouble(
                      Arrays.stream(drawn)
                          .mapToObj(tallies::get)
                          .reduce(new Tally(0, 0, 0), Tally::plus)),
              Map.of()));
    }
  }

  private static Tally tally(Sample sample, List<Identifier> findings) {
    int hit = 0;
    int missed = 0;
    int extra = 0;
    for (Word word : Word.of(sample.text())) {
      if (!Character.isLetterOrDigit(word.text().codePointAt(0))) {
        continue;
      }
      boolean gold = false;
      boolean organization = false;
      for (Label label : sample.labels()) {
        if (overlaps(word, label.start(), label.end())) {
          organization |= NOT_MAPPED.contains(label.type());
          gold |= !NOT_MAPPED.contains(label.type());
        }
      }
      boolean guess =
          findings.stream().anyMatch(f -> overlaps(word, f.span().start(), f.span().end()));
      hit += gold && guess ? 1 : 0;
      missed += gold && !guess ? 1 : 0;
      extra += guess && !gold && !organization ? 1 : 0;
    }
    return new Tally(hit, missed, extra);
  }

  private static boolean overlaps(Word word, int start, int end) {
    return word.start() < end && start < word.end();
  }
}
