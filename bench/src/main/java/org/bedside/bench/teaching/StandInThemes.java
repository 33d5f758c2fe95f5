package org.bedside.bench.teaching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bedside.bench.Data;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.Post;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;

/**
 * Labels of the framework stand in for own themes: 20 rows of the training part are the examples,
 * all rows of the other part are judged. One draw of examples, the seed is fixed.
 */
final class StandInThemes {

  private static final int DRAWS = 1;
  private static final List<String> LABELS =
      List.of(
          "Staff manner & personal attributes",
          "Timeliness of care",
          "Contacting services",
          "Transport to/ from services",
          "Food & drink provision & facilities",
          "Appointment arrangements",
          "Supplying & understanding medication",
          "Activities & access to fresh air",
          "Number & deployment of staff");

  private StandInThemes() {}

  static void measure(Data data, Understanding understanding) {
    List<JsonNode> train = data.rows("patient-feedback/train.jsonl");
    List<JsonNode> dev = data.rows("patient-feedback/dev.jsonl");
    List<Post> posts = dev.stream().map(row -> Post.of("row", row.get("text").asString())).toList();
    List<Assessment> framework = understanding.assess(posts);
    System.out.println(
        "| stand-in | rows of it, of "
            + dev.size()
            + " | precision | recall | F1 | the framework's, trained on all: P | R | F1 | learned"
            + " in |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    Counted all = new Counted(0, 0, 0);
    double macro = 0;
    double macroFramework = 0;
    for (String label : LABELS) {
      List<Boolean> held = dev.stream().map(row -> holds(row, label)).toList();
      List<String> known =
          new ArrayList<>(
              train.stream()
                  .filter(row -> holds(row, label))
                  .map(row -> row.get("text").asString().strip())
                  .filter(text -> text.length() >= 12)
                  .distinct()
                  .toList());
      var random = new Random(5);
      Counted sum = new Counted(0, 0, 0);
      double f1 = 0;
      long nanos = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        Collections.shuffle(known, random);
        var theme = new OwnTheme("Own", known.subList(0, Math.min(known.size(), OwnTheme.ENOUGH)));
        long start = System.nanoTime();
        Understanding taught = understanding.taught(new Teaching(List.of(theme), List.of()));
        nanos += System.nanoTime() - start;
        List<Boolean> given =
            taught.assess(posts).stream()
                .map(a -> a.themes().stream().anyMatch(t -> t.theme().equals("Own")))
                .toList();
        Counted counted = Counted.of(held, given);
        f1 += counted.f1() / DRAWS;
        sum = sum.plus(counted);
      }
      Counted trained =
          Counted.of(
              held,
              framework.stream()
                  .map(a -> a.themes().stream().anyMatch(t -> t.theme().equals(label)))
                  .toList());
      macro += f1 / LABELS.size();
      macroFramework += trained.f1() / LABELS.size();
      all = all.plus(sum);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.2f | %.2f | %.2f | %s | %d ms |%n",
          label,
          Collections.frequency(held, true),
          sum.precision(),
          sum.recall(),
          f1,
          trained.line(),
          nanos / DRAWS / 1_000_000);
    }
    System.out.printf(
        Locale.ROOT,
        "| mean | | %.2f | %.2f | %.3f | | | %.3f | |%n",
        all.precision(),
        all.recall(),
        macro,
        macroFramework);
  }

  private static boolean holds(JsonNode row, String label) {
    for (JsonNode theme : row.get("themes")) {
      if (theme.asString().equals(label)) {
        return true;
      }
    }
    return false;
  }
}
