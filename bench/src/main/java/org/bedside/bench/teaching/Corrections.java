package org.bedside.bench.teaching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
 * What 100 corrections are worth. Two organizations whose conventions are others than the
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
      themes(trust, rows, understanding);
      feelings(trust, rows, understanding);
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
                Set.of(CONVENTION.get(row.get("theme").asString())),
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

  private static void themes(String trust, List<Row> rows, Understanding understanding) {
    List<Lesson> lessons = new ArrayList<>();
    int read = 0;
    for (Row row : rows) {
      if (lessons.size() == MANY || read == rows.size() - JUDGED) {
        break;
      }
      read++;
      if (!themes(understanding.assess(List.of(post(row))).getFirst()).equals(row.themes())) {
        lessons.add(new Lesson.OfThemes(post(row), List.copyOf(row.themes())));
      }
    }
    List<Row> others = rows.subList(rows.size() - JUDGED, rows.size());
    Understanding taught = understanding.taught(new Teaching(List.of(), lessons));
    List<Pair> before = new ArrayList<>();
    List<Pair> after = new ArrayList<>();
    for (Row row : others) {
      before.add(
          new Pair(row.themes(), themes(understanding.assess(List.of(post(row))).getFirst())));
      after.add(new Pair(row.themes(), themes(taught.assess(List.of(post(row))).getFirst())));
    }
    print(trust + " | themes, micro-F1", lessons.size(), read, before, after, true);
  }

  private static void feelings(String trust, List<Row> rows, Understanding understanding) {
    List<Lesson> lessons = new ArrayList<>();
    int read = 0;
    for (Row row : rows) {
      if (lessons.size() == MANY || read == rows.size() - JUDGED) {
        break;
      }
      read++;
      if (label(understanding, row) != row.feeling()) {
        lessons.add(new Lesson.OfSentiment(post(row), row.feeling()));
      }
    }
    List<Row> others = rows.subList(rows.size() - JUDGED, rows.size());
    long start = System.nanoTime();
    Understanding taught = understanding.taught(new Teaching(List.of(), lessons));
    System.err.println("learned in " + (System.nanoTime() - start) / 1_000_000);
    List<Pair> before = new ArrayList<>();
    List<Pair> after = new ArrayList<>();
    for (Row row : others) {
      before.add(new Pair(Set.of(row.feeling().name()), Set.of(label(understanding, row).name())));
      after.add(new Pair(Set.of(row.feeling().name()), Set.of(label(taught, row).name())));
    }
    print(trust + " | sentiment, accuracy", lessons.size(), read, before, after, false);
  }

  private static SentimentLabel label(Understanding understanding, Row row) {
    return understanding.assess(List.of(post(row))).getFirst().sentiment().label();
  }

  private static void print(
      String name, int lessons, int read, List<Pair> before, List<Pair> after, boolean themes) {
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
        "| %s | %d of %d | %d | %.3f | %.3f | %+.3f (%+.3f to %+.3f) |%n",
        name,
        lessons,
        read,
        before.size(),
        peer.value(),
        figure.value(),
        peer.ahead(),
        peer.low(),
        peer.high());
  }

  static int[] all(int size) {
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    return all;
  }
}
