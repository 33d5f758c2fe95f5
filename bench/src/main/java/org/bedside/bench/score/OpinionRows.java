package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.bench.score.ScoreRow.Figure;
import org.bedside.understanding.Level;
import org.bedside.understanding.Post;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.judge.Reading;
import org.bedside.understanding.judge.SentimentJudge;
import org.bedside.understanding.judge.ThemeJudge;
import org.bedside.understanding.language.LanguageIdentifier;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Tokenizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How each theme of a text is spoken of. So that a theme that isn't found hides nothing, it is also
 * asked for by name ("had it been found"), and its words are judged by themselves.
 */
final class OpinionRows {

  private final Understanding understanding;
  private final @Nullable Encoded encoded;
  private final Reader reader = Reader.load();
  private final LanguageIdentifier languages = LanguageIdentifier.load();
  private final ThemeJudge judge;
  private final List<String> texts = new ArrayList<>();
  private final List<String> wanted = new ArrayList<>();
  private final Map<String, List<String>> measures = new LinkedHashMap<>();

  OpinionRows(Understanding understanding) {
    this.understanding = understanding;
    this.encoded = understanding.level() == Level.QUICK ? null : Encoded.load();
    this.judge = ThemeJudge.load(SentimentJudge.load(encoded), encoded);
  }

  /**
   * Measures one file, anew each time.
   *
   * @param file of {@code bench/written}
   * @param of what its rows are
   */
  List<Figure> measure(String file, String of) {
    texts.clear();
    wanted.clear();
    measures.clear();
    for (JsonNode row : WrittenRows.rows(file)) {
      List<ThemeOpinion> themes = WrittenRows.assess(understanding, row).themes();
      String text = row.get("text").asString();
      Reading reading = read(text);
      for (JsonNode opinion : row.get("opinions")) {
        String theme = opinion.get("theme").asString();
        String feeling = opinion.get("sentiment").asString();
        String words = opinion.get("words").asString();
        texts.add(text);
        wanted.add(theme + ": " + feeling + ": " + words);
        Optional<ThemeOpinion> given =
            themes.stream().filter(found -> found.theme().equals(theme)).findFirst();
        boolean isRight = given.isPresent() && feels(given.get(), feeling);
        answer("theme found", Rate.answer(given.isPresent()));
        answer("sentiment right of those found", given.isPresent() ? Rate.answer(isRight) : "0/0");
        answer("sentiment right, had it been found", asked(reading, theme, feeling));
        var alone = understanding.assess(List.of(Post.of("words", words))).getFirst().sentiment();
        answer(
            "sentiment of the words alone", Rate.answer(WrittenRows.label(alone).equals(feeling)));
        answer("theme found and sentiment right", Rate.answer(isRight));
      }
    }
    String rows = "opinions, " + of;
    return measures.entrySet().stream()
        .map(
            measure ->
                Rate.of(
                    "opinions",
                    measure.getKey(),
                    new Answered(texts, wanted, measure.getValue(), Metric.SHARE),
                    rows))
        .toList();
  }

  private void answer(String measure, String answer) {
    measures.computeIfAbsent(measure, key -> new ArrayList<>()).add(answer);
  }

  private static boolean feels(ThemeOpinion opinion, String feeling) {
    return WrittenRows.name(opinion.sentiment()).equals(feeling);
  }

  /**
   * How the text speaks of this theme, whether or not it was found; a theme never given counts not.
   */
  private String asked(Reading reading, String theme, String feeling) {
    double[] likely = new double[judge.order().size()];
    int place = judge.order().indexOf(theme);
    if (place < 0) {
      return "0/0";
    }
    likely[place] = 1;
    return Rate.answer(feels(judge.judge(reading, 1, likely).getFirst(), feeling));
  }

  private Reading read(String text) {
    var tokens = Tokenizer.tokens(text);
    States states = encoded == null ? null : encoded.encoder().read(text, null);
    var language = languages.identify(tokens, null);
    return new Reading(Post.of("row", text), tokens, language, reader, states);
  }
}
