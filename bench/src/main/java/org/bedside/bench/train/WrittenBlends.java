package org.bedside.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.bench.Data;
import org.bedside.bench.HeldRows;
import org.bedside.bench.Invented;
import org.bedside.understanding.Claim;
import org.bedside.understanding.Span;
import org.bedside.understanding.claims.ClaimRanker;
import org.bedside.understanding.claims.LearnedPairs;
import org.bedside.understanding.claims.RankWeights;
import org.bedside.understanding.claims.StanceJudge;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.judge.SentimentJudge;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Tokenizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fits how the encoder and patterns speak together, where both were made from invented rows: on
 * those of them that were kept back.
 */
final class WrittenBlends {

  private static final int CLAIMS_READ = 10;

  private static final String TONE = "sentiment";

  private final Data data;
  private final Invented invented;
  private final Encoder encoder;
  private final Heads heads;
  private final Features none;

  /**
   * @param folder with the invented rows
   * @param none features of no word, which nothing here looks at
   */
  WrittenBlends(Data data, Path folder, Encoder encoder, Heads heads, Features none) {
    this.data = data;
    this.invented = new Invented(folder);
    this.encoder = encoder;
    this.heads = heads;
    this.none = none;
  }

  /** All of them, by name. */
  Map<String, Blend> fit() throws IOException {
    Map<String, Blend> blends = new HashMap<>();
    blends.put(LearnedPairs.STANCE, stance());
    blends.put(LearnedPairs.CLAIM, claim());
    blends.put(SentimentJudge.OPINIONS, opinions());
    var spans = new WrittenSpans(invented, encoder, heads);
    blends.putAll(spans.fit());
    return blends;
  }

  private Example example(String text, @Nullable String question, String label) {
    return new Example(text, question, none, Set.of(label), "", true);
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

  /** How what is said of one theme feels: read in its text by the encoder, by itself in words. */
  private Blend opinions() throws IOException {
    Classifier tone = Classifier.load(TONE);
    Reader reader = Reader.load();
    var examples = new ArrayList<Example>();
    var linear = new ArrayList<double[]>();
    var encoded = new ArrayList<double[]>();
    for (JsonNode row : invented.held(SentimentJudge.OPINIONS)) {
      String text = row.get("text").asString();
      States states = encoder.read(text, null);
      for (JsonNode opinion : row.get("opinions")) {
        String words = opinion.get("words").asString();
        int from = text.indexOf(words);
        if (from >= 0) {
          examples.add(example(words, null, opinion.get("sentiment").asString()));
          linear.add(tone.shares(reader.read(Tokenizer.tokens(words), null, "en")));
          float[] mean = states.mean(new Span(from, from + words.length()));
          encoded.add(heads.head(TONE).scores(mean, tone.labels()));
        }
      }
    }
    return Blending.fit(SentimentJudge.OPINIONS, examples, linear, encoded, tone.labels(), true, 0);
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
        for (ClaimRanker.Ranked ranked : ranker.rank(post, null, CLAIMS_READ)) {
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
