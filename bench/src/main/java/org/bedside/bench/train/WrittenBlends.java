package org.bedside.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bedside.bench.Data;
import org.bedside.bench.HeldRows;
import org.bedside.bench.Invented;
import org.bedside.bench.Labelled;
import org.bedside.understanding.Claim;
import org.bedside.understanding.Post;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.claims.ClaimRanker;
import org.bedside.understanding.claims.LearnedPairs;
import org.bedside.understanding.claims.RankWeights;
import org.bedside.understanding.claims.StanceJudge;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Calibration.Line;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.urgency.LearnedUrgency;
import org.bedside.understanding.urgency.UrgencyJudge;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fits how the encoder and patterns speak together, where both were made from invented rows: on
 * those of them that were kept back.
 */
final class WrittenBlends {

  /** Of what is raised, so much must be urgent: who is called for nothing stops looking. */
  private static final double PRECISION = 0.85;

  /** Of real posts in which patterns see nothing, at most so much may be raised. */
  private static final double FALSE_ALARMS = 0.015;

  /** One of so many of the real posts kept back stands for what is never urgent. */
  private static final int CALM = 8;

  private static final int CLAIMS_READ = 10;

  /** One of so many real posts and comments, and how much each counts beside an invented row. */
  private static final int CALM_TWEETS = 12;

  private static final int CALM_COMMENTS = 4;
  private static final double CALM_COUNTS = 1;
  private static final double PULL = 1e-4;

  private final Data data;
  private final Invented invented;
  private final Labelled labelled;
  private final Encoder encoder;
  private Heads heads;
  private final Features none;

  /**
   * @param folder with the invented rows and labels
   * @param none features of no word, which nothing here looks at
   */
  WrittenBlends(Data data, Path folder, Encoder encoder, Heads heads, Features none) {
    this.data = data;
    this.invented = new Invented(folder);
    this.labelled = new Labelled(data, folder.resolve("labels"));
    this.encoder = encoder;
    this.heads = heads;
    this.none = none;
  }

  /** All of them, by name. */
  Map<String, Blend> fit() throws IOException {
    heads = heads.with(urgencyHead());
    Map<String, Blend> blends = new HashMap<>();
    blends.put(LearnedUrgency.NAME, urgency());
    blends.put(LearnedPairs.STANCE, stance());
    blends.put(LearnedPairs.CLAIM, claim());
    var spans = new WrittenSpans(invented, encoder, heads);
    blends.putAll(spans.fit());
    return blends;
  }

  /** All heads, with the one that was fitted anew. */
  Heads heads() {
    return heads;
  }

  private Example example(String text, @Nullable String question, String label) {
    return new Example(text, question, none, Set.of(label), "", true);
  }

  /**
   * Fits the head of urgency anew, with many more real posts and comments in which patterns see
   * nothing than the encoder learned from: it took ordinary complaints for danger.
   */
  Heads.Head urgencyHead() throws IOException {
    var judge = new UrgencyJudge();
    List<String> labels = LearnedUrgency.labels();
    var texts = new ArrayList<String>();
    var of = new ArrayList<Integer>();
    var rows = new ArrayList<>(invented.toLearn(LearnedUrgency.NAME));
    rows.addAll(labelled.urgency());
    for (JsonNode row : rows) {
      texts.add(row.get("text").asString());
      of.add(labels.indexOf(row.get("kind").asString()));
    }
    int read = texts.size();
    for (String text : calmToLearn()) {
      if (judge.judge(Post.of("row", text)).level() == Urgency.Level.NONE) {
        texts.add(text);
        of.add(0);
      }
    }
    float[][] vectors =
        texts.parallelStream().map(text -> encoder.read(text, null).mean()).toArray(float[][]::new);
    double[] counts = new double[vectors.length];
    Arrays.fill(counts, 0, read, 1);
    Arrays.fill(counts, read, counts.length, CALM_COUNTS);
    return new HeadFit(labels.size(), vectors[0].length, PULL)
        .fit(LearnedUrgency.NAME, labels, vectors, of.stream().mapToInt(i -> i).toArray(), counts);
  }

  private List<String> calmToLearn() {
    var texts = new ArrayList<String>();
    int number = 0;
    for (JsonNode row : data.rows("sentiment/train.jsonl")) {
      if (number % CALM_TWEETS == 0 && !HeldRows.isHeld(number)) {
        texts.add(row.get("text").asString());
      }
      number++;
    }
    number = 0;
    for (JsonNode row : data.rows("patient-feedback/train.jsonl")) {
      if (number % 2 == 0 && !HeldRows.isHeld(number)) {
        texts.add(row.get("text").asString());
      }
      number++;
    }
    number = 0;
    for (JsonNode row : data.rows("patient-feedback/phase1.jsonl")) {
      if (number++ % CALM_COMMENTS == 0) {
        texts.add(row.get("text").asString());
      }
    }
    return texts;
  }

  private Blend urgency() throws IOException {
    var judge = new UrgencyJudge();
    List<String> labels = LearnedUrgency.labels();
    var examples = new ArrayList<Example>();
    for (JsonNode row : invented.held(LearnedUrgency.NAME)) {
      examples.add(example(row.get("text").asString(), null, row.get("kind").asString()));
    }
    int written = examples.size();
    for (String text : calm()) {
      if (judge.judge(Post.of("row", text)).level() == Urgency.Level.NONE) {
        examples.add(example(text, null, labels.getFirst()));
      }
    }
    var linear = new ArrayList<double[]>();
    var encoded = new ArrayList<double[]>();
    for (Example example : examples) {
      linear.add(LearnedUrgency.shares(judge.judge(Post.of("row", example.text()))));
      float[] mean = encoder.read(example.text(), null).mean();
      encoded.add(heads.head(LearnedUrgency.NAME).scores(mean, labels));
    }
    double share =
        Blending.fit(LearnedUrgency.NAME, examples, linear, encoded, labels, true, 0).encoder();
    Blend blend = new Blend(share, calibrated(examples, linear, encoded, labels, share));
    double[] urgent = new double[examples.size()];
    for (int i = 0; i < urgent.length; i++) {
      urgent[i] = 1 - blend.shares(linear.get(i), encoded.get(i))[0];
    }
    double threshold = threshold(examples, urgent, labels.getFirst(), written);
    report(examples, urgent, labels.getFirst(), threshold, written);
    var lines = new ArrayList<>(blend.calibration().lines());
    lines.set(0, lines.getFirst().withThreshold(threshold));
    return new Blend(share, new Calibration(lines));
  }

  /** Real posts and comments that the encoder never saw; nearly none is urgent. */
  private List<String> calm() {
    var texts = new ArrayList<String>();
    int number = 0;
    int calm = 0;
    for (JsonNode row : data.rows("sentiment/train.jsonl")) {
      if (HeldRows.isHeld(number++) && calm++ % CALM == 0) {
        texts.add(row.get("text").asString());
      }
    }
    number = 0;
    for (JsonNode row : data.rows("patient-feedback/train.jsonl")) {
      if (HeldRows.isHeld(number++)) {
        texts.add(row.get("text").asString());
      }
    }
    return texts;
  }

  /**
   * One slope for all, and an offset for what isn't urgent alone: the rows kept back are too few to
   * say how common each kind is.
   */
  private static Calibration calibrated(
      List<Example> examples,
      List<double[]> linear,
      List<double[]> encoded,
      List<String> labels,
      double share) {
    Calibration best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int slope = 4; slope <= 20; slope++) {
      for (int offset = -20; offset <= 40; offset++) {
        var lines = new ArrayList<Line>();
        for (int c = 0; c < labels.size(); c++) {
          lines.add(new Line(slope * 0.1f, c == 0 ? offset * 0.1f : 0, 0.5f));
        }
        var calibration = new Calibration(lines);
        double loss = 0;
        for (int i = 0; i < examples.size(); i++) {
          double[] shares =
              calibration.shares(Blend.ofShares(linear.get(i), encoded.get(i), share));
          for (int c = 0; c < shares.length; c++) {
            loss -= examples.get(i).is(labels.get(c)) ? Math.log(Math.max(1e-9, shares[c])) : 0;
          }
        }
        if (loss < least) {
          least = loss;
          best = calibration;
        }
      }
    }
    return Objects.requireNonNull(best);
  }

  /** The lowest threshold at which enough of what is raised is urgent. */
  private static double threshold(
      List<Example> examples, double[] urgent, String calm, int invented) {
    for (int step = 5; step < 60; step++) {
      double threshold = step / 100.0;
      double raised = 0;
      double right = 0;
      double real = 0;
      for (int i = 0; i < urgent.length; i++) {
        if (urgent[i] >= threshold) {
          raised += i < invented ? 1 : 0;
          right += i < invented && !examples.get(i).is(calm) ? 1 : 0;
          real += i < invented ? 0 : 1;
        }
      }
      if (right >= PRECISION * raised && real <= FALSE_ALARMS * (urgent.length - invented)) {
        return threshold;
      }
    }
    return 0.6;
  }

  private static void report(
      List<Example> examples, double[] urgent, String calm, double threshold, int invented) {
    int found = 0;
    int wrong = 0;
    int real = 0;
    int all = 0;
    for (int i = 0; i < urgent.length; i++) {
      boolean raised = urgent[i] >= threshold;
      boolean isCalm = examples.get(i).is(calm);
      all += isCalm ? 0 : 1;
      found += raised && !isCalm ? 1 : 0;
      wrong += raised && isCalm && i < invented ? 1 : 0;
      real += raised && isCalm && i >= invented ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "  urgency from %.2f on: recall %.3f, precision %.3f on invented rows; %d of %d real"
            + " posts%n",
        threshold,
        found / (double) all,
        found / (double) (found + wrong),
        real,
        urgent.length - invented);
  }

  private Blend stance() throws IOException {
    var judge = new StanceJudge();
    var examples = new ArrayList<Example>();
    var linear = new ArrayList<double[]>();
    var encoded = new ArrayList<double[]>();
    List<String> labels = LearnedPairs.stances();
    // in the files to learn from, stances take turns, and those kept back are nearly all of one
    for (JsonNode row : invented.heldAlone(LearnedPairs.STANCE)) {
      String post = row.get("post").asString();
      String claim = row.get("claim").asString();
      examples.add(example(post, claim, row.get("stance").asString()));
      linear.add(LearnedPairs.shares(judge.judge(post, claim)));
      encoded.add(heads.head(LearnedPairs.STANCE).scores(encoder.read(post, claim).mean(), labels));
    }
    return Blending.fit(LearnedPairs.STANCE, examples, linear, encoded, labels, true, 0);
  }

  /** On the posts kept back, with the claims that share their words. */
  private Blend claim() throws IOException {
    var claims = new ArrayList<Claim>();
    for (JsonNode row : data.rows("claims/collection.jsonl")) {
      claims.add(
          new Claim(
              row.get("vclaim_id").asString(),
              row.get("vclaim").asString(),
              row.get("title").asString(),
              row.get("subtitle").asString()));
    }
    ClaimRanker ranker = ClaimRanker.of(claims, RankWeights.TUNED);
    Map<String, String> posts = new HashMap<>();
    for (String line : Files.readAllLines(data.path("claims/train-dev-posts.tsv"))) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        posts.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    var examples = new ArrayList<Example>();
    var linear = new ArrayList<double[]>();
    var encoded = new ArrayList<double[]>();
    int number = 0;
    for (String line : Files.readAllLines(data.path("claims/train.qrels.tsv"))) {
      String[] fields = line.split("\t", -1);
      String post = posts.get(fields[0]);
      if (post != null && HeldRows.isHeld(number++)) {
        for (ClaimRanker.Ranked ranked : ranker.rank(post, CLAIMS_READ)) {
          String said = ranked.claim().claim();
          boolean same = ranked.claim().id().equals(fields[2]);
          examples.add(example(post, said, LearnedPairs.CLAIMS.get(same ? 1 : 0)));
          linear.add(LearnedPairs.shares(ranked.score()));
          States states = encoder.read(post, said);
          encoded.add(heads.head(LearnedPairs.CLAIM).scores(states.mean(), LearnedPairs.CLAIMS));
        }
      }
    }
    return Blending.fit(
        LearnedPairs.CLAIM, examples, linear, encoded, LearnedPairs.CLAIMS, true, 0);
  }
}
