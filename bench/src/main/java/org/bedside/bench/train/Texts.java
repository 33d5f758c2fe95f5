package org.bedside.bench.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bedside.bench.Data;
import org.bedside.bench.HeldRows;
import org.bedside.bench.Labelled;
import org.bedside.understanding.language.LanguageIdentifier;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The training texts as examples, read as the library itself reads a post. */
final class Texts {

  private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

  private final Data data;
  private final Labelled labelled;
  private final Reader reader;

  Texts(Data data, Reader reader) {
    this.data = data;
    this.labelled = new Labelled(data, Path.of("bench/written/labels"));
    this.reader = reader;
  }

  private Example example(
      String text, @Nullable String question, Set<String> labels, String group, boolean isHeld) {
    List<Token> tokens = Tokenizer.tokens(text);
    String language = LANGUAGES.identify(tokens, null).code();
    Features features = reader.read(tokens, question, language);
    return new Example(text, question, features, labels, group, isHeld);
  }

  private static String text(JsonNode row) {
    return row.get("text").asString();
  }

  /** Rows with one label in a field of that name. */
  List<Example> labelled(String file, String field) {
    var examples = new ArrayList<Example>();
    int number = 0;
    for (JsonNode row : data.rows(file)) {
      Set<String> label = Set.of(row.get(field).asString());
      boolean isHeld =
          (row.has("event") && field.equals("type"))
              ? HeldRows.isHeldEvent(event(row))
              : HeldRows.isHeld(number);
      number++;
      examples.add(example(text(row), null, label, event(row), isHeld));
    }
    return examples;
  }

  private static String event(JsonNode row) {
    JsonNode event = row.get("event");
    return event == null ? "" : event.asString();
  }

  /** Patient feedback by its five grades; each also without its question where asked. */
  List<Example> grades(String file, boolean alsoBare) {
    var examples = new ArrayList<Example>();
    int number = 0;
    for (JsonNode row : data.rows(file)) {
      number++;
      JsonNode grade = row.get("sentiment5");
      if (grade == null || grade.isNull()) {
        continue;
      }
      Set<String> label = Set.of(String.valueOf(grade.asInt()));
      both(examples, row, label, number - 1, alsoBare);
    }
    for (JsonNode row : labelled.themes()) {
      Set<String> label = Set.of(String.valueOf(row.get("sentiment5").asInt()));
      examples.add(example(text(row), null, label, text(row), false));
    }
    return examples;
  }

  /** Patient feedback by its themes. */
  List<Example> themes(String file, boolean alsoBare) {
    var examples = new ArrayList<Example>();
    int number = 0;
    for (JsonNode row : data.rows(file)) {
      number++;
      var themes = new TreeSet<String>();
      row.get("themes").forEach(theme -> themes.add(theme.asString()));
      both(examples, row, themes, number - 1, alsoBare);
    }
    for (JsonNode row : labelled.themes()) {
      var themes = new TreeSet<String>();
      row.get("themes").forEach(theme -> themes.add(theme.asString()));
      examples.add(example(text(row), null, themes, text(row), false));
    }
    return examples;
  }

  private void both(
      List<Example> examples, JsonNode row, Set<String> labels, int number, boolean alsoBare) {
    String group = "row" + (number + 1);
    examples.add(
        example(text(row), row.get("question").asString(), labels, group, HeldRows.isHeld(number)));
    if (alsoBare) {
      examples.add(example(text(row), null, labels, group, HeldRows.isHeld(number)));
    }
  }

  /** Older feedback by how critical it is, without texts that the newer feedback holds too. */
  List<Example> criticality() {
    var examples = new ArrayList<Example>();
    for (JsonNode row : older()) {
      String grade = row.get("criticality").asString();
      if (grade.matches("-?[0-5]")) {
        int value = Integer.parseInt(grade);
        String label =
            value <= -3
                ? "worst"
                : value < 0 ? "bad" : value == 0 ? "even" : value < 3 ? "good" : "best";
        examples.add(example(text(row), null, Set.of(label), "", false));
      }
    }
    return examples;
  }

  /** Older feedback by its single area. */
  List<Example> areas() {
    var examples = new ArrayList<Example>();
    for (JsonNode row : older()) {
      examples.add(example(text(row), null, Set.of(row.get("theme").asString()), "", false));
    }
    return examples;
  }

  private List<JsonNode> older() {
    var known = new HashSet<String>();
    for (String file : List.of("train", "dev")) {
      data.rows("patient-feedback/" + file + ".jsonl").forEach(row -> known.add(plain(text(row))));
    }
    return data.rows("patient-feedback/phase1.jsonl").stream()
        .filter(row -> !known.contains(plain(text(row))))
        .toList();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\W+", " ").strip();
  }

  /** Texts of patients against texts of anybody. */
  List<Example> domain() {
    var examples = new ArrayList<Example>();
    for (String file : List.of("train", "phase1")) {
      for (JsonNode row : data.rows("patient-feedback/" + file + ".jsonl")) {
        examples.add(example(text(row), null, Set.of("patient"), "", false));
      }
    }
    int number = 0;
    for (String file :
        List.of("sentiment/train.jsonl", "offensive/train.jsonl", "crisis/on-off-topic.jsonl")) {
      for (JsonNode row : data.rows(file)) {
        if (number++ % 4 == 0) {
          examples.add(example(text(row), null, Set.of("other"), "", false));
        }
      }
    }
    return examples;
  }
}
