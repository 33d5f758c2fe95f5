package org.bedside.bench.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bedside.bench.Data;
import org.bedside.bench.HeldRows;
import org.bedside.bench.Invented;
import org.bedside.bench.Labelled;
import org.bedside.understanding.Post;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.guard.ReplyWords;
import org.bedside.understanding.language.LanguageIdentifier;
import org.bedside.understanding.model.FeatureExtractor;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;
import org.bedside.understanding.urgency.LearnedUrgency;
import org.bedside.understanding.urgency.UrgencyJudge;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The training texts as examples, read as the library itself reads a post. */
final class Texts {

  /** How the groups of real texts begin that stand for what isn't urgent. */
  static final String REAL = "real ";

  /** One of so many real posts and comments is learned as nothing urgent: nearly all are. */
  private static final int CALM_TWEETS = 12;

  private static final int CALM_COMMENTS = 4;

  /** One of so many of the posts kept back is measured on. */
  private static final int CALM_HELD = 8;

  private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

  private final Data data;
  private final Invented invented;
  private final Labelled labelled;
  private final Reader reader;

  Texts(Data data, Reader reader) {
    this.data = data;
    this.invented = new Invented(Path.of("bench/written"));
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

  /** Posts by how their writers feel: real ones, and invented ones in Spanish and hard English. */
  List<Example> tones() {
    var examples = new ArrayList<>(labelled("sentiment/train.jsonl", "label"));
    for (String name : List.of("spanish", "tone")) {
      for (boolean isHeld : new boolean[] {false, true}) {
        for (JsonNode row : isHeld ? invented.held(name) : invented.toLearn(name)) {
          examples.add(example(text(row), null, Set.of(row.get("label").asString()), "", isHeld));
        }
      }
    }
    return examples;
  }

  /** Invented replies by whether they disclose, without those kept back. */
  List<Example> replies(FeatureExtractor extractor) {
    return invented.toLearn(ReplyWords.NAME).stream()
        .map(
            row -> {
              String reply = row.get("reply").asString();
              Features features =
                  ReplyWords.features(extractor, reply, row.get("reviewer").asString());
              Set<String> label = Set.of(row.get("label").asString());
              return new Example(reply, null, features, label, row.get("review").asString(), false);
            })
        .toList();
  }

  /** Posts of disasters by what they tell, as the data has them. */
  List<Example> disasterTypes() {
    return labelled("crisis/information-types-2012.jsonl", "type");
  }

  /** Posts of further disasters, labelled later by what they tell. */
  List<Example> moreDisasterTypes() {
    return labelled.disasterTypes().stream()
        .map(row -> example(text(row), null, Set.of(row.get("type").asString()), event(row), false))
        .toList();
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
    return examples;
  }

  /** Comments with grades that were given later, and invented ones. */
  List<Example> moreGrades() {
    return more(row -> Set.of(String.valueOf(row.get("sentiment5").asInt())));
  }

  /** Comments with themes that were given later, and invented ones. */
  List<Example> moreThemes() {
    return more(
        row -> {
          var themes = new TreeSet<String>();
          row.get("themes").forEach(theme -> themes.add(theme.asString()));
          return themes;
        });
  }

  private List<Example> more(Function<JsonNode, Set<String>> labels) {
    var examples = new ArrayList<Example>();
    var older = new ArrayList<>(labelled.themes());
    older.addAll(labelled.themesAgain());
    for (JsonNode row : older) {
      examples.add(example(text(row), null, labels.apply(row), "", false));
    }
    List<JsonNode> asked = new ArrayList<>(labelled.themesOfLabelled());
    asked.addAll(invented.toLearn("feedback"));
    for (JsonNode row : asked) {
      String group = row.has("number") ? "row" + (row.get("number").asInt() + 1) : "";
      String question = row.get("question").asString();
      examples.add(
          example(
              text(row), question.isBlank() ? null : question, labels.apply(row), group, false));
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

  /**
   * Invented and labelled texts by the kind of urgency, and real ones in which patterns see nothing
   * as not urgent.
   */
  List<Example> urgency() {
    var examples = new ArrayList<Example>();
    var learned = new ArrayList<>(invented.toLearn(LearnedUrgency.NAME));
    learned.addAll(labelled.urgency());
    for (JsonNode row : learned) {
      examples.add(example(text(row), null, Set.of(row.get("kind").asString()), "", false));
    }
    for (JsonNode row : invented.held(LearnedUrgency.NAME)) {
      examples.add(example(text(row), null, Set.of(row.get("kind").asString()), "", true));
    }
    calm(examples, "sentiment/train.jsonl", CALM_TWEETS, CALM_HELD);
    calm(examples, "patient-feedback/train.jsonl", 2, 1);
    calm(examples, "patient-feedback/phase1.jsonl", CALM_COMMENTS, 0);
    return examples;
  }

  private void calm(List<Example> examples, String file, int learnedOneOf, int heldOneOf) {
    var patterns = new UrgencyJudge();
    int number = 0;
    int held = 0;
    for (JsonNode row : data.rows(file)) {
      boolean isHeld = heldOneOf > 0 && HeldRows.isHeld(number);
      boolean isTaken = isHeld ? held++ % heldOneOf == 0 : number % learnedOneOf == 0;
      if (isTaken && patterns.judge(Post.of("row", text(row))).level() == Urgency.Level.NONE) {
        String group = REAL + file + " " + number;
        examples.add(
            example(text(row), null, Set.of(LearnedUrgency.labels().getFirst()), group, isHeld));
      }
      number++;
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
