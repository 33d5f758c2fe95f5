package org.bedside.bench.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Classifier;

/**
 * Trains linear classifiers, those that are wanted, and fits how the encoder speaks beside those in
 * which it has its say. Keeps what was fitted; not thread-safe.
 */
final class LinearTraining {

  // A label with fewer texts can't be learned, only guessed.
  private static final int FEWEST = 5;

  private static final String BLENDS = "blends";

  /** What the encoder has its say in; the other models only help the linear ones. */
  private static final Set<String> BLENDED =
      Set.of("sentiment", "offensive", "disaster", "disaster-type", "scale5", "themes");

  private final Path folder;
  private final Set<String> wanted;
  private final Optional<Blending> blending;
  private final Map<String, Blend> blends = new TreeMap<>();
  private final Map<String, Classifier> heldOut = new TreeMap<>();

  /**
   * @param folder to write the weights to
   * @param wanted what is trained anew, everything where it is empty
   * @param blending nothing where there is no encoder
   */
  LinearTraining(Path folder, Set<String> wanted, Optional<Blending> blending) {
    this.folder = folder;
    this.wanted = wanted;
    this.blending = blending;
  }

  /** How the encoder speaks beside the classifiers so far, by their names; to be added to. */
  Map<String, Blend> blends() {
    return blends;
  }

  /** The classifier of that name, made without the rows that the encoder has not seen either. */
  Classifier heldOut(String name) {
    return Objects.requireNonNull(heldOut.get(name), name);
  }

  /** Where examples come from, read only when they are needed. */
  interface Source {
    List<Example> examples();
  }

  /** One whose labels exclude each other. */
  Classifier exclusive(
      String name, Source source, List<String> given, Setting setting, double balance)
      throws IOException {
    return exclusive(name, source, List::of, given, setting, balance);
  }

  /**
   * One whose labels exclude each other.
   *
   * @param source what it is learned from and calibrated on
   * @param more what it is learned from as well
   * @param given its labels; all of the source where none is given
   */
  Classifier exclusive(
      String name, Source source, Source more, List<String> given, Setting setting, double balance)
      throws IOException {
    return train(
        name,
        source,
        more,
        given,
        List.of(setting),
        true,
        balance,
        (examples, scores, labels) -> Calibrating.shares(examples, scores, labels, balance));
  }

  /** One whose labels may stand together. */
  Classifier independent(String name, Source source, List<String> given, List<Setting> settings)
      throws IOException {
    return independent(name, source, List::of, given, settings);
  }

  /**
   * One whose labels may stand together.
   *
   * @param source what it is learned from and calibrated on
   * @param more what it is learned from as well
   */
  Classifier independent(
      String name, Source source, Source more, List<String> given, List<Setting> settings)
      throws IOException {
    return train(
        name,
        source,
        more,
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

  /**
   * @param source what it is learned from and calibrated on
   * @param more what it is learned from as well
   */
  private Classifier train(
      String name,
      Source source,
      Source more,
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
    List<Example> further = more.examples();
    Classifier classifier =
        isWanted
            ? trained(name, examples, further, given, settings, isExclusive, calibrator)
            : Classifier.load(name);
    if (isBlended) {
      Blending both = blending.get();
      Blending.Fitted fitted =
          both.fit(name, examples, further, settings, classifier, isExclusive, balance);
      blends.put(name, fitted.blend());
      heldOut.put(name, fitted.words());
    }
    return classifier;
  }

  /** Whether blends are made anew: with everything, or by themselves. */
  boolean isBlending() {
    return wanted.isEmpty() || wanted.contains(BLENDS);
  }

  private Classifier trained(
      String name,
      List<Example> examples,
      List<Example> more,
      List<String> given,
      List<Setting> settings,
      boolean isExclusive,
      Calibrator calibrator)
      throws IOException {
    long begun = System.nanoTime();
    List<String> labels = given.isEmpty() ? labelsOf(examples) : given;
    double[][] scores = CrossFit.scores(examples, more, labels, settings);
    Calibration calibration = calibrator.fit(examples, scores, labels);
    List<Example> all = Stream.concat(examples.stream(), more.stream()).toList();
    var fitting = new Fitting(all, settings.getFirst());
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
