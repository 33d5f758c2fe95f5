package org.bedside.bench.cards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.bench.Data;
import org.bedside.bench.score.Groups;
import org.bedside.bench.score.ScoreRow;
import org.bedside.bench.score.ScoreRow.Figure;
import org.bedside.understanding.Understanding;

/** Writes the model cards: what is written by hand stays, what is measured is measured anew. */
public final class Cards {

  private static final Path FOLDER = Path.of("docs/models");
  private static final String BEGIN = "<!-- bin/bench cards: begin -->\n";
  private static final String END = "<!-- bin/bench cards: end -->\n";

  private Cards() {}

  /** Arguments: names of cards; none for all. */
  public static void main(String[] arguments) throws IOException {
    List<String> wanted = List.of(arguments);
    List<String> names = Card.ALL.stream().map(Card::name).toList();
    if (!names.containsAll(wanted)) {
      System.err.println("usage: bin/bench cards [card ...], cards: " + String.join(" ", names));
      System.exit(2);
    }
    Data data = Data.find();
    Understanding understanding = Understanding.load();
    Map<String, ScoreRow> groups = Groups.all();
    Map<String, List<Figure>> measured = new LinkedHashMap<>();
    Files.createDirectories(FOLDER);
    for (Card card : Card.ALL) {
      if (!wanted.isEmpty() && !wanted.contains(card.name())) {
        continue;
      }
      var figures = new ArrayList<Figure>();
      groups.forEach(
          (group, rows) -> {
            if (card.groups().contains(group)) {
              measured.computeIfAbsent(group, g -> rows.measure(data, understanding)).stream()
                  .filter(figure -> card.judgements().contains(figure.judgement()))
                  .forEach(figures::add);
            }
          });
      Path file = FOLDER.resolve(card.name() + ".md");
      if (figures.isEmpty() && !Files.exists(file)) {
        continue;
      }
      String old = Files.exists(file) ? Files.readString(file) : "# " + card.title() + "\n\n";
      Files.writeString(file, with(old, CardText.of(figures)));
      System.out.println(file);
    }
  }

  /** Puts the measured part in its place, at the end where there is none yet. */
  static String with(String old, String measured) {
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    return begin >= 0 && end > begin
        ? old.substring(0, begin) + BEGIN + measured + END + old.substring(end + END.length())
        : old.stripTrailing() + "\n\n" + BEGIN + measured + END;
  }
}
