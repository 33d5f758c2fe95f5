package org.bedside.bench.train;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bedside.bench.Data;
import org.bedside.understanding.encoder.Embeddings;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.guard.ReplyWords;
import org.bedside.understanding.judge.ThemeJudge;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Blends;
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

  private static final String COMMENTS = "patient-feedback/train.jsonl";

  private final Data data;
  private final Path folder;
  private final Set<String> wanted;
  private final Optional<Blending> blending;
  private final LinearTraining linear;

  private Train(Data data, Path folder, Set<String> wanted) {
    this.data = data;
    this.folder = folder;
    this.wanted = wanted;
    boolean isEncoderThere = Files.exists(folder.resolveSibling("encoder/encoder.onnx"));
    this.blending =
        isEncoderThere ? Optional.of(new Blending(Encoder.load(), Heads.load())) : Optional.empty();
    this.linear = new LinearTraining(folder, wanted, blending);
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
        linear.exclusive(
            "sentiment", plain::tones, List.of("negative", "neutral", "positive"), SENTIMENT, 1));
    base.add(
        linear.exclusive(
            "criticality",
            plain::criticality,
            List.of("worst", "bad", "even", "good", "best"),
            BASE,
            0));
    base.add(linear.exclusive("area", plain::areas, List.of(), BASE, 0));
    linear.independent("domain", plain::domain, List.of("patient"), List.of(DOMAIN));
    linear.independent(
        "offensive",
        () -> plain.labelled("offensive/train.jsonl", "label"),
        List.of("offensive"),
        List.of(OFFENCE));
    linear.independent(
        "disaster",
        () -> plain.labelled("crisis/on-off-topic.jsonl", "label"),
        List.of("on-topic"),
        List.of(DISASTER));
    linear.exclusive(
        "disaster-type",
        () ->
            Stream.concat(plain.disasterTypes().stream(), plain.moreDisasterTypes().stream())
                .toList(),
        List.of(),
        TYPES,
        TYPES_BALANCE);
    List<Example> urgent = plain.urgency();
    Classifier urgency =
        linear.exclusive(LearnedUrgency.NAME, () -> urgent, LearnedUrgency.labels(), URGENCY, 0);
    Classifier replies =
        linear.exclusive(
            ReplyWords.NAME, () -> plain.replies(extractor), List.of("safe", "unsafe"), REPLIES, 0);
    if (blending.isPresent() && (linear.isBlending() || wanted.contains(ReplyWords.NAME))) {
      blending
          .get()
          .replies()
          .fit(new ReplyWords(extractor, replies), folder.resolveSibling("guard/mix.txt"));
    }
    var reader = new Reader(extractor, base);
    var stacked = new Texts(data, reader);
    linear.exclusive(
        "scale5",
        () -> stacked.grades(COMMENTS, true),
        stacked::moreGrades,
        List.of("1", "2", "3", "4", "5"),
        GRADES,
        0.3);
    linear.independent(
        ThemeJudge.THEMES,
        () -> stacked.themes(COMMENTS, true),
        stacked::moreThemes,
        List.of(),
        THEMES);
    if (linear.isBlending() && blending.isPresent()) {
      blend(blending.get(), urgent, urgency, stacked.themes(COMMENTS, false), reader);
    }
  }

  /** Fits what the encoder and the linear models don't say of the same rows, and writes all. */
  private void blend(
      Blending both,
      List<Example> urgent,
      Classifier urgency,
      List<Example> comments,
      Reader reader)
      throws IOException {
    Map<String, Blend> blends = linear.blends();
    Features none = new Reader(FeatureExtractor.load(), List.of()).read(List.of(), null, "en");
    UrgencyBlends urgencies = both.urgency(urgent);
    Head head = urgencies.head();
    blends.putAll(urgencies.fit(urgency, URGENCY, head));
    blends.putAll(both.written(data, none).fit());
    Classifier heldOut = linear.heldOut(ThemeJudge.THEMES);
    blends.put(ThemeJudge.GIVEN, both.givenThemes(comments, heldOut, reader, blends));
    // read before what may be the same file is opened to be written
    Heads heads = Heads.load().with(head);
    Path encoder = folder.resolveSibling("encoder/heads.bin");
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(encoder)))) {
      heads.write(out, Embeddings.load().width());
    }
    try (var out = new DataOutputStream(Files.newOutputStream(folder.resolve("blends.bin")))) {
      new Blends(blends).write(out);
    }
  }
}
