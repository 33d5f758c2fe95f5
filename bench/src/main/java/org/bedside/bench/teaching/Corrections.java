package org.bedside.bench.teaching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.bench.Data;
import org.bedside.bench.score.Bootstrap;
import org.bedside.bench.score.Metrics;
import org.bedside.bench.score.Metrics.Pair;
import org.bedside.bench.score.ScoreRow;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Lesson;
import org.bedside.understanding.Post;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;

/**
 * What 100 corrections are worth. Three organizations whose conventions are others than the
 * software's: their posts are read in a fixed order, a person corrects where the software is wrong
 * by the organization's own convention, until there are 100 corrections; then 1,000 other posts of
 * the organization are judged.
 */
final class Corrections {

  private static final int MANY = 100;
  private static final int JUDGED = 1000;
  private static final Map<String, String> CONVENTION =
      Map.of(
          "Care received", "Impact of treatment/ care",
          "Staff", "Staff manner & personal attributes",
          "Couldn't be improved", "Positive experience & gratitude",
          "Communication", "Being kept informed, clarity & consistency of information",
          "Environment/ facilities", "Environment & Facilities",
          "Access", "Timeliness of care",
          "Transition/coordination", "Referals & continuity of care",
          "Dignity", "Staff listening, understanding & involving patients",
          "Miscellaneous", "Not assigned");

  private Corrections() {}

  private record Row(String text, String question, Set<String> themes, SentimentLabel feeling) {}

  static void measure(Data data, Understanding understanding) {
    System.out.println(
        "| organization | judgement | corrections, of posts read | posts judged | without | with |"
            + " better by (95%) |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String trust : List.of("Trust A", "Trust B", "Trust C")) {
      List<Row> rows = rows(data, trust);
      Collections.shuffle(rows, new Random(3));
      both(trust, rows, understanding);
    }
  }

  private static List<Row> rows(Data data, String trust) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : data.rows("patient-feedback/phase1.jsonl")) {
      String question = row.get("question").asString();
      String criticality = row.get("criticality").asString();
      if (question.startsWith(trust)
          && criticality.matches("-?[0-5]")
          && row.get("text").asString().length() > 3) {
        int critical = Integer.parseInt(criticality);
        rows.add(
            new Row(
                row.get("text").asString(),
                question,
                Set.of(CONVENTION.getOrDefault(row.get("theme").asString(), "Not assigned")),
                critical > 0
                    ? SentimentLabel.POSITIVE
                    : critical < 0 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL));
      }
    }
    return rows;
  }

  private static Post post(Row row) {
    return Post.of("row", row.text());
  }

  private static Set<String> themes(Assessment assessment) {
    return assessment.themes().stream().map(ThemeOpinion::theme).collect(Collectors.toSet());
  }

  private static void both(String trust, List<Row> rows, Understanding understanding) {
    List<Row> toRead = rows.subList(0, rows.size() - JUDGED);
    List<Row> others = rows.subList(rows.size() - JUDGED, rows.size());
    List<Lesson> lessons = new ArrayList<>();
    int themesRead = 0;
    int themesCorrected = 0;
    int feelingsRead = 0;
    int feelingsCorrected = 0;
    for (Row row : toRead) {
      if (themesCorrected == MANY && feelingsCorrected == MANY) {
        break;
      }
      Assessment base = assess(understanding, row);
      if (themesCorrected < MANY) {
        themesRead++;
        if (!themes(base).equals(row.themes())) {
          themesCorrected++;
          lessons.add(new Lesson.OfThemes(post(row), List.copyOf(row.themes())));
        }
      }
      if (feelingsCorrected < MANY) {
        feelingsRead++;
        if (base.sentiment().label() != row.feeling()) {
          feelingsCorrected++;
          lessons.add(new Lesson.OfSentiment(post(row), row.feeling()));
        }
      }
    }
    long start = System.nanoTime();
    Understanding taught = understanding.taught(new Teaching(List.of(), lessons));
    long learned = (System.nanoTime() - start) / 1_000_000;
    List<Assessment> before = others.stream().map(row -> assess(understanding, row)).toList();
    List<Assessment> after = others.stream().map(row -> assess(taught, row)).toList();
    print(
        trust + " | themes, micro-F1",
        themesCorrected + " of " + themesRead,
        pairs(others, Row::themes, before, Corrections::themes),
        pairs(others, Row::themes, after, Corrections::themes),
        true);
    print(
        trust + " | sentiment, accuracy",
        feelingsCorrected + " of " + feelingsRead,
        pairs(others, row -> Set.of(row.feeling().name()), before, Corrections::feeling),
        pairs(others, row -> Set.of(row.feeling().name()), after, Corrections::feeling),
        false);
    System.out.println("<!-- " + trust + " learned in " + learned + " ms -->");
  }

  private static List<Pair> pairs(
      List<Row> rows,
      Function<Row, Set<String>> held,
      List<Assessment> assessments,
      Function<Assessment, Set<String>> given) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      pairs.add(new Pair(held.apply(rows.get(i)), given.apply(assessments.get(i))));
    }
    return pairs;
  }

  private static Assessment assess(Understanding understanding, Row row) {
    return understanding.assess(List.of(post(row))).getFirst();
  }

  private static Set<String> feeling(Assessment assessment) {
    return Set.of(assessment.sentiment().label().name());
  }

  private static void print(
      String name, String corrected, List<Pair> before, List<Pair> after, boolean themes) {
    ScoreRow.Figure figure =
        Bootstrap.figure(
            new Bootstrap.Subject(name, "", before.size(), "", ""),
            drawn -> themes ? Metrics.microF1(after, drawn) : Metrics.accuracy(after, drawn),
            Map.of(
                "without",
                drawn ->
                    themes ? Metrics.microF1(before, drawn) : Metrics.accuracy(before, drawn)));
    ScoreRow.Peer peer = figure.peers().getFirst();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %.3f | %.3f | %+.3f (%+.3f to %+.3f) |%n",
        name,
        corrected,
        before.size(),
        peer.value(),
        figure.value(),
        peer.ahead(),
        peer.low(),
        peer.high());
  }
}
