package org.bedside.bench.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.bench.Data;
import org.bedside.bench.identifiers.Samples.Label;
import org.bedside.bench.identifiers.Samples.Sample;
import org.bedside.bench.score.Answered;
import org.bedside.bench.score.Bootstrap;
import org.bedside.bench.score.Calibrated;
import org.bedside.bench.score.Metric;
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
      written(figures, understanding, "second-test", "by a third writer, nothing tuned on them");
      written(figures, understanding, "test", "by another writer, some choices made on them");
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
  private static void written(
      List<Figure> figures, Understanding understanding, String part, String name)
      throws IOException {
    var clean = new ArrayList<String>();
    var marked = new ArrayList<String>();
    for (String text : Samples.texts(Path.of("bench/written/identifiers-" + part + ".jsonl"))) {
      (text.contains("[[") ? marked : clean).add(text.replaceAll("\\[\\[([A-Z_0-9]+):", "[[$1|"));
    }
    rates(
        figures,
        understanding,
        Samples.marked(marked),
        clean,
        " of invented texts " + name + " (`" + part + "`)");
  }

  private static void rates(
      List<Figure> figures,
      Understanding understanding,
      List<Sample> samples,
      List<String> clean,
      String rows) {
    var found = new ArrayList<String>();
    var said = new ArrayList<String>();
    for (Sample sample : samples) {
      List<Identifier> findings = find(understanding, sample.text());
      long hits =
          sample.labels().stream()
              .filter(l -> covered(l, findings) * 2 >= l.end() - l.start())
              .count();
      found.add(hits + "/" + sample.labels().size());
      said.add(
          findings.stream()
              .map(of -> Calibrated.answer(of.score(), isLabelled(of, sample)))
              .collect(Collectors.joining(" ")));
    }
    List<String> texts = samples.stream().map(Sample::text).toList();
    List<String> wanted = samples.stream().map(of -> of.labels().toString()).toList();
    var answered = new Answered(texts, wanted, found, Metric.SHARE);
    figures.add(Rate.of("identifiers", "recall", answered, "labels" + rows));
    List<String> untouched =
        clean.stream().map(text -> Rate.answer(find(understanding, text).isEmpty())).toList();
    List<String> nothing = Collections.nCopies(clean.size(), "");
    var answeredClean = new Answered(clean, nothing, untouched, Metric.SHARE);
    figures.add(Rate.of("identifiers", "clean untouched", answeredClean, "clean posts" + rows));
    if (rows.contains("test`)")) {
      texts = Stream.concat(texts.stream(), clean.stream()).toList();
      wanted = Stream.concat(wanted.stream(), nothing.stream()).toList();
      clean.forEach(
          text ->
              said.add(
                  find(understanding, text).stream()
                      .map(of -> Calibrated.answer(of.score(), false))
                      .collect(Collectors.joining(" "))));
      figures.add(
          Calibrated.figure(
              "identifiers",
              "finds" + rows,
              new Answered(texts, wanted, said, Metric.CALIBRATION_ERROR)));
    }
  }

  /** Whether at least half of a finding is labelled. */
  private static boolean isLabelled(Identifier finding, Sample sample) {
    Span span = finding.span();
    int covered = 0;
    for (Label label : sample.labels()) {
      covered +=
          Math.max(0, Math.min(span.end(), label.end()) - Math.max(span.start(), label.start()));
    }
    return covered * 2 >= span.end() - span.start();
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

  private static void generalPii(List<Figure> figures, Understanding understanding, Data data)
      throws IOException {
    if (!Files.exists(data.path("phi"))) {
      return;
    }
    List<Sample> samples = Samples.generalPii(data.path(""), true);
    List<String> tallies =
        samples.stream().map(sample -> tally(sample, find(understanding, sample.text()))).toList();
    Map<String, Metric> metrics = new LinkedHashMap<>();
    metrics.put("precision", Metric.PRECISION_OF_COUNTS);
    metrics.put("recall", Metric.RECALL_OF_COUNTS);
    metrics.put("F2", Metric.F2_OF_COUNTS);
    metrics.forEach(
        (name, metric) ->
            figures.add(
                Bootstrap.figure(
                    "identifiers, words",
                    name,
                    "general-PII texts kept out of training, of shared templates",
                    "sister set: Presidio F2 .618, with a tuned transformer .845",
                    new Answered(
                        samples.stream().map(Sample::text).toList(),
                        samples.stream().map(of -> of.labels().toString()).toList(),
                        tallies,
                        metric),
                    Map.of())));
  }

  /** How many words of one text were rightly found, are labelled, and were found at all. */
  private static String tally(Sample sample, List<Identifier> findings) {
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
    return hit + "/" + (hit + missed) + "/" + (hit + extra);
  }

  private static boolean overlaps(Word word, int start, int end) {
    return word.start() < end && start < word.end();
  }
}
