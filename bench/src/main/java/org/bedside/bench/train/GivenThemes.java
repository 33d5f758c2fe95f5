package org.bedside.bench.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.Post;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.judge.Reading;
import org.bedside.understanding.judge.SentimentJudge;
import org.bedside.understanding.judge.ThemeJudge;
import org.bedside.understanding.language.LanguageIdentifier;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Blends;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Tokenizer;

/**
 * Fits how sure a theme is that was given, on comments kept back: the likelihoods are fitted on all
 * themes of all comments, nearly all of which aren't given.
 */
final class GivenThemes {

  private static final double SURELY_A_PATIENT = 1;
  private static final double LEAST = 1e-6;

  private final Encoded encoded;
  private final Reader reader;

  /**
   * @param reader that the examples were read with
   * @param blends all others
   */
  GivenThemes(Encoder encoder, Heads heads, Reader reader, Map<String, Blend> blends) {
    var all = new HashMap<>(blends);
    var line = new Calibration.Line(1, 0, 0.5f);
    all.put(ThemeJudge.GIVEN, new Blend(0, new Calibration(List.of(line))));
    this.encoded = new Encoded(encoder, heads, new Blends(all));
    this.reader = reader;
  }

  /**
   * @param words that have not seen the examples kept back
   */
  Blend fit(List<Example> examples, Classifier words) {
    var judge = ThemeJudge.of(words, SentimentJudge.load(encoded), encoded);
    var languages = LanguageIdentifier.load();
    var given = new ArrayList<Example>();
    var scores = new ArrayList<double[]>();
    for (Example example : examples.stream().filter(Example::isHeld).toList()) {
      var tokens = Tokenizer.tokens(example.text());
      var reading =
          new Reading(
              post(example),
              tokens,
              languages.identify(tokens, null),
              reader,
              encoded.encoder().read(example.text(), example.question()));
      for (ThemeOpinion theme : judge.judge(reading, SURELY_A_PATIENT)) {
        Set<String> isRight = example.is(theme.theme()) ? Set.of("given") : Set.of();
        given.add(new Example(example.text(), null, example.features(), isRight, "", true));
        double p = Math.clamp(theme.score(), LEAST, 1 - LEAST);
        scores.add(new double[] {Math.log(p / (1 - p))});
      }
    }
    Calibration fitted =
        Calibrating.together(given, scores.toArray(double[][]::new), List.of("given"));
    System.out.println("  themes given: " + given.size() + ", " + fitted.lines().getFirst());
    return new Blend(0, fitted);
  }

  private static Post post(Example example) {
    return new Post(
        "row", example.text(), example.question(), null, null, null, null, null, null, null);
  }
}
