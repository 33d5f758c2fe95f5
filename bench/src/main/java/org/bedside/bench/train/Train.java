package org.bedside.bench.train;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bedside.bench.Data;
import org.bedside.understanding.encoder.Embeddings;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.guard.ReplyWords;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Blends;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.FeatureExtractor;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.urgency.LearnedUrgency;

/**
 * Trains every classifier of the library from the development data and writes its weights. First
 * argument: the folder to write to; further ones: the classifiers to train, all where none is
 * named.
 */
public final class Train {

  private static final Setting SENTIMENT = new Setting(19, 3, Features.STYLE, 0.1, 0.7);
  private static final Setting OFFENCE = new Setting(18, 2, Features.STYLE, 0.1, 0.5);
  private static final Setting BASE = new Setting(17, 2, Features.STYLE, 0.2, 0.3);
  private static final Setting DOMAIN = new Setting(17, 3, Features.STYLE, 0.1, 0.5);
  private static final Setting GRADES = new Setting(17, 2, Features.SPOKEN, 0.15, 0.4);
  // The mean of two, with and without what words mean, was better than either on folds left out.
  private static final List<Setting> THEMES =
      List.of(
          new Setting(17, 2, Features.DENSE, 0.2, 0.4),
          new Setting(17, 2, Features.SPOKEN, 0.25, 0.4));
  private static final Setting DISASTER = new Setting(17, 2, Features.STYLE, 0.1, 0.3);
  private static final Setting URGENCY = new Setting(18, 2, Features.STYLE, 0.3, 0.3);
  private static final Setting REPLIES = new Setting(18, 1, 0, 1, 0);
  static final Setting TYPES = new Setting(17, 2, Features.STYLE, 0.15, 0.4);
  static final double TYPES_BALANCE = 0.3;

  // A label with fewer texts can't be learned, only guessed.
  private static final int FEWEST = 5;

  private static final String BLENDS = "blends";

  /** What the encoder has its say in; the other models only help the linear ones. */
  private static final Set<String> BLENDED =
      Set.of("sentiment", "offensive", "disaster", "disaster-type", "scale5", "themes");

  private final Data data;
  private final Path folder;
  private final Set<String> wanted;
  private final Map<String, Blend> blends = new TreeMap<>();
  private final Optional<Blending> blending;

  private Train(Data data, Path folder, Set<String> wanted) {
    this.data = data;
    this.folder = folder;
    this.wanted = wanted;
    boolean isEncoderThere = Files.exists(folder.resolveSibling("encoder/encoder.onnx"));
    this.blending =
        isEncoderThere ? Optional.of(new Blending(Encoder.load(), Heads.load())) : Optional.empty();
  }

  /** Trains, and prints what each classifier took. */
  public static void main(String[] arguments) throws IOException {
    var wanted = new TreeSet<>(List.of(arguments).subList(1, arguments.length));
    new Train(Data.find(), Path.of(arguments[0]), wanted).run();
  }

  private void run() throws IOException {
    var extractor = FeatureExtractor.load();
    var plain = new Texts(data, new Reader(extractor, List.of()));
    List<Classifier> base = new ArrayList<>();
    base.add(
        exclusive(
            "sentiment", plain::tones, List.of("negative", "neutral", "positive"), SENTIMENT, 1));
    base.add(
        exclusive(
            "criticality",
            plain::criticality,
            List.of("worst", "bad", "even", "good", "best"),
            BASE,
            0));
    base.add(exclusive("area", plain::areas, List.of(), BASE, 0));
    independent("domain", plain::domain, List.of("patient"), List.of(DOMAIN));
    independent(
        "offensive",
        () -> plain.labelled("offensive/train.jsonl", "label"),
        List.of("offensive"),
        List.of(OFFENCE));
    independent(
        "disaster",
        () -> plain.labelled("crisis/on-off-topic.jsonl", "label"),
        List.of("on-topic"),
        List.of(DISASTER));
    exclusive(
        "disaster-type",
        () ->
            Stream.concat(plain.disasterTypes().stream(), plain.moreDisasterTypes().stream())
                .toList(),
        List.of(),
        TYPES,
        TYPES_BALANCE);
    List<Example> urgent = plain.urgency();
    Classifier urgency =
        exclusive(LearnedUrgency.NAME, () -> urgent, LearnedUrgency.labels(), URGENCY, 0);
    Classifier replies =
        exclusive(
            ReplyWords.NAME, () -> plain.replies(extractor), List.of("safe", "unsafe"), REPLIES, 0);
    if (blending.isPresent() && (isBlending() || wanted.contains(ReplyWords.NAME))) {
      blending
          .get()
          .replies()
          .fit(new ReplyWords(extractor, replies), folder.resolveSibling("guard/mix.txt"));
    }
    var stacked = new Texts(data, new Reader(extractor, base));
    exclusive(
        "scale5",
        () -> stacked.grades("patient-feedback/train.jsonl", true),
        List.of("1", "2", "3", "4", "5"),
        GRADES,
        0.3);
    independent(
        "themes", () -> stacked.themes("patient-feedback/train.jsonl", true), List.of(), THEMES);
    if (isBlending() && blending.isPresent()) {
      Features none = new Reader(extractor, List.of()).read(List.of(), null, "en");
      UrgencyBlends urgencies = blending.get().urgency(urgent);
      Head head = urgencies.head();
      blends.putAll(urgencies.fit(urgency, URGENCY, head));
      blends.putAll(blending.get().written(data, none).fit());
      Path encoder = folder.resolveSibling("encoder");
      try (var out =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(encoder.resolve("heads.bin"))))) {
        Heads.load().with(head).write(out, Embeddings.load().width());
      }
      try (var out = new DataOutputStream(Files.newOutputStream(folder.resolve(BLENDS + ".bin")))) {
        new Blends(blends).write(out);
      }
    }
  }

  private interface Source {
    List<Example> examples();
  }

  private Classifier exclusive(
      String name, Source source, List<String> given, Setting setting, double balance)
      throws IOException {
    return train(
        name,
        source,
        given,
        List.of(setting),
        true,
        balance,
        (examples, scores, labels) -> Calibrating.shares(examples, scores, labels, balance));
  }

  private Classifier independent(
      String name, Source source, List<String> given, List<Setting> settings) throws IOException {
    return train(
        name,
        source,
        given,
        settings,
        false,
        0,
        (examples, scores, labels) ->
            Thresholds.choose(
                examples, scores, labels, Calibrating.each(examples, scores, labels)));
  }

  private interface Calibrator {
    Calibration fit(List<Example> examples, double[][] scores, List<String> labels);
  }

  private Classifier train(
      String name,
      Source source,
      List<String> given,
      List<Setting> settings,
      boolean isExclusive,
      double balance,
      Calibrator calibrator)
      throws IOException {
    boolean isWanted = wanted.isEmpty() || wanted.contains(name);
    boolean isBlended = blending.isPresent() && BLENDED.contains(name) && isBlending();
    if (!isWanted && !isBlended) {
      return Classifier.load(name);
    }
    List<Example> examples = source.examples();
    Classifier classifier =
        isWanted
            ? trained(name, examples, given, settings, isExclusive, calibrator)
            : Classifier.load(name);
    if (isBlended) {
      blends.put(
          name, blending.get().fit(name, examples, settings, classifier, isExclusive, balance));
    }
    return classifier;
  }

  /** Whether blends are made anew: with everything, or by themselves. */
  private boolean isBlending() {
    return wanted.isEmpty() || wanted.contains(BLENDS);
  }

  private Classifier trained(
      String name,
      List<Example> examples,
      List<String> given,
      List<Setting> settings,
      boolean isExclusive,
      Calibrator calibrator)
      throws IOException {
    long begun = System.nanoTime();
    List<String> labels = given.isEmpty() ? labelsOf(examples) : given;
    double[][] scores = CrossFit.scores(examples, labels, settings);
    Calibration calibration = calibrator.fit(examples, scores, labels);
    var fitting = new Fitting(examples, settings.getFirst());
    var classifier = new Classifier(fitting.fitAll(labels, settings), calibration);
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".weights.gz");
    try (OutputStream out = Files.newOutputStream(file)) {
      classifier.write(out);
    }
    System.out.printf(
        "%-14s %s on folds left out, %6d texts, %2d labels, %5d KiB, %3d s%n",
        name,
        HeldOut.figures(examples, scores, labels, calibration, isExclusive),
        examples.size(),
        labels.size(),
        Files.size(file) / 1024,
        (System.nanoTime() - begun) / 1_000_000_000);
    return classifier;
  }

  private static List<String> labelsOf(List<Example> examples) {
    var seen = new TreeMap<String, Integer>();
    examples.forEach(e -> e.labels().forEach(label -> seen.merge(label, 1, Integer::sum)));
    seen.values().removeIf(count -> count < FEWEST);
    return List.copyOf(seen.keySet());
  }
}
