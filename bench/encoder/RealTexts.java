import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bedside.bench.Data;
import org.bedside.bench.HeldRows;
import org.bedside.understanding.Post;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.urgency.UrgencyJudge;
import tools.jackson.databind.JsonNode;

/** What is learned from the development data, without the rows that are kept back. */
final class RealTexts {

  /** One of so many real texts is learned as nothing urgent: nearly all are. */
  private static final int CALM_TWEETS = 25;

  private static final int CALM_COMMENTS = 10;
  private static final Set<String> GENERAL_TO_LEAVE = Set.of("TITLE", "PREFIX");

  private final Data data;
  private final Inputs inputs;
  private final boolean dev;
  private final Random random = new Random(11);

  RealTexts(Data data, Inputs inputs, boolean dev) {
    this.data = data;
    this.inputs = inputs;
    this.dev = dev;
  }

  /** Rows of a folder that is divided in train and dev. */
  List<Task.Example> split(String folder, String field, List<String> labels) {
    return inputs.each(rows(folder + (dev ? "/dev.jsonl" : "/train.jsonl")), field, labels);
  }

  /** Rows of a file that has no development rows. */
  List<Task.Example> undivided(String file, String field, List<String> labels) {
    return dev ? List.of() : inputs.each(rows(file), field, labels);
  }

  /** All rows of a file but those kept back; of development rows none is. */
  private List<JsonNode> rows(String file) {
    var rows = new ArrayList<JsonNode>();
    int number = 0;
    for (JsonNode row : data.rows(file)) {
      boolean isHeld =
          row.has("event") && row.has("type")
              ? HeldRows.isHeldEvent(row.get("event").asString())
              : HeldRows.isHeld(number);
      if (dev || !isHeld) {
        rows.add(row);
      }
      number++;
    }
    return rows;
  }

  List<String> themes() {
    var all = new TreeSet<String>();
    for (JsonNode row : data.rows("patient-feedback/train.jsonl")) {
      row.get("themes").forEach(theme -> all.add(theme.asString()));
    }
    return List.copyOf(all);
  }

  /** Themes and grade. */
  List<Task.Example> feedback(List<String> themes) {
    return rows("patient-feedback/" + (dev ? "dev" : "train") + ".jsonl").stream()
        .map(row -> comment(inputs, row, themes, dev || random.nextInt(4) > 0))
        .toList();
  }

  /**
   * One comment. One in four is learned without its question, because most posts have none.
   *
   * @param asked whether its question is shown
   */
  static Task.Example comment(Inputs inputs, JsonNode row, List<String> themes, boolean asked) {
    var answer = new ArrayList<Integer>();
    row.get("themes").forEach(theme -> answer.add(themes.indexOf(theme.asString())));
    int[] indexes = answer.stream().mapToInt(i -> i).filter(i -> i >= 0).toArray();
    JsonNode grade = row.get("sentiment5");
    int[] graded = grade == null || grade.isNull() ? null : Inputs.one(grade.asInt() - 1);
    String question = row.get("question").asString();
    return inputs.whole(
        asked && !question.isBlank() ? question : null,
        row.get("text").asString(),
        indexes,
        graded);
  }

  /**
   * The only theme of a comment that is as a whole praise or blame, and how it is spoken of
   * therefore.
   */
  List<Task.Example> spoken(List<String> labels) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : dev ? List.<JsonNode>of() : rows("patient-feedback/train.jsonl")) {
      JsonNode grade = row.get("sentiment5");
      if (row.get("themes").size() == 1
          && grade != null
          && grade.isNumber()
          && grade.asInt() != 3) {
        int label = labels.indexOf(grade.asInt() < 3 ? "positive" : "negative");
        String theme = row.get("themes").get(0).asString();
        examples.add(inputs.whole(theme, row.get("text").asString(), Inputs.one(label)));
      }
    }
    return examples;
  }

  /** Older feedback: its area, and how critical it is. */
  List<Task.Example> older(List<String> areas) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : dev ? List.<JsonNode>of() : older()) {
      String grade = row.get("criticality").asString();
      int[] critical = null;
      if (grade.matches("-?[0-5]")) {
        int value = Integer.parseInt(grade);
        critical = Inputs.one(value <= -3 ? 0 : value < 0 ? 1 : value == 0 ? 2 : value < 3 ? 3 : 4);
      }
      int[] area = Inputs.one(areas.indexOf(row.get("theme").asString()));
      examples.add(inputs.whole(null, row.get("text").asString(), area, critical));
    }
    return examples;
  }

  /** Older feedback without the texts that the newer holds too. */
  List<JsonNode> older() {
    var known = new HashSet<String>();
    for (String file : List.of("train", "dev")) {
      data.rows("patient-feedback/" + file + ".jsonl")
          .forEach(row -> known.add(plain(row.get("text").asString())));
    }
    return data.rows("patient-feedback/phase1.jsonl").stream()
        .filter(row -> !known.contains(plain(row.get("text").asString())))
        .toList();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\W+", " ").strip();
  }

  static List<String> distinct(List<JsonNode> rows, String field) {
    var all = new TreeMap<String, Integer>();
    rows.forEach(row -> all.merge(row.get(field).asString(), 1, Integer::sum));
    return List.copyOf(all.keySet());
  }

  /** Real texts in which the patterns find nothing urgent, and nearly always nothing is. */
  List<Task.Example> calm() {
    if (dev) {
      return List.of();
    }
    var judge = new UrgencyJudge();
    var texts = new ArrayList<String>();
    List<JsonNode> comments = older();
    for (int i = 0; i < comments.size(); i += CALM_COMMENTS) {
      texts.add(comments.get(i).get("text").asString());
    }
    List<JsonNode> tweets = data.rows("sentiment/train.jsonl");
    for (int i = 0; i < tweets.size(); i += CALM_TWEETS) {
      texts.add(tweets.get(i).get("text").asString());
    }
    return texts.stream()
        .filter(text -> judge.judge(Post.of("row", text)).level() == Urgency.Level.NONE)
        .map(text -> inputs.whole(null, text, Inputs.one(0)))
        .toList();
  }

  /** Sentences with general personal data; one in five is kept to measure on. */
  List<Task.Example> generalPii(List<String> tags) {
    var examples = new ArrayList<Task.Example>();
    int number = 0;
    for (JsonNode row : dev ? List.<JsonNode>of() : data.rows("phi/general-pii.jsonl")) {
      if (number++ % 5 == 0) {
        continue;
      }
      var spans = new ArrayList<Marked.Mark>();
      for (JsonNode span : row.get("spans")) {
        String type = span.get("type").asString();
        if (!GENERAL_TO_LEAVE.contains(type)) {
          spans.add(
              new Marked.Mark(span.get("start").asInt(), span.get("end").asInt(), type(type)));
        }
      }
      examples.add(new Marked(row.get("text").asString(), spans).pieces(inputs.cutter, tags, true));
    }
    return examples;
  }

  private static String type(String general) {
    return switch (general) {
      case "PERSON" -> "NAME";
      case "ADDRESS" -> "GEOGRAPHY";
      case "LOCATION" -> "COUNTRY";
      case "CREDIT_CARD", "IBAN_CODE" -> "ACCOUNT_NUMBER";
      case "PHONE_NUMBER" -> "TELEPHONE";
      case "DATE_TIME" -> "DATE";
      case "EMAIL_ADDRESS" -> "EMAIL";
      case "US_SSN" -> "SSN";
      case "DOMAIN_NAME" -> "URL";
      case "US_DRIVER_LICENSE" -> "LICENCE_NUMBER";
      default -> general;
    };
  }
}
