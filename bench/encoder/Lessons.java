import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.bedside.understanding.encoder.PieceCutter;
import org.bedside.understanding.encoder.Pieces;
import org.bedside.understanding.urgency.UrgencyJudge;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the encoder learns: all tasks with their examples, and the same tasks' development rows. */
final class Lessons {

  /** Longer texts are cut while learning; most are shorter by far. */
  static final int LONGEST = 96;

  private static final List<String> TONES = List.of("negative", "neutral", "positive");
  private static final List<String> GRADES = List.of("1", "2", "3", "4", "5");
  private static final List<String> CRITICALITY = List.of("worst", "bad", "even", "good", "best");
  static final List<String> URGENCY =
      List.of(
          "none",
          "self-harm",
          "medical-emergency",
          "threat",
          "legal",
          "adverse-event",
          "privacy-breach",
          "patient-harm",
          "abuse-allegation",
          "discrimination",
          "media");
  static final List<String> STANCES = List.of("REPEATS", "QUESTIONS", "DENIES");

  /** How often the invented rows are gone through for each time of the real ones. */
  private static final int INVENTED_TONES = 3;

  /** One of so many real texts is learned as nothing urgent: nearly all are. */
  private static final int CALM_TWEETS = 25;

  private static final int CALM_COMMENTS = 10;

  private final Data data;
  private final Path written;
  private final PieceCutter cutter = PieceCutter.load();
  private final Random random = new Random(11);
  private final List<Task> tasks = new ArrayList<>();
  private int outputs;

  Lessons(Data data, Path written) {
    this.data = data;
    this.written = written;
  }

  List<Task> tasks() {
    return tasks;
  }

  int outputs() {
    return outputs;
  }

  /** All tasks with what they are learned from, or with their development rows. */
  Lessons read(boolean dev) throws IOException {
    String part = dev ? "dev" : "train";
    add("sentiment", tones(part), 2, 1, ask("sentiment", Task.Kind.ONE, TONES));
    List<String> offence = List.of("not-offensive", "offensive");
    add(
        "offensive",
        each("offensive/" + part + ".jsonl", "label", offence),
        3,
        1,
        ask("offensive", Task.Kind.ONE, offence));
    List<String> themes = themes();
    add(
        "feedback",
        feedback("patient-feedback/" + part + ".jsonl", themes, dev),
        6,
        1,
        ask("themes", Task.Kind.ANY, themes),
        ask("scale5", Task.Kind.ONE, GRADES));
    List<JsonNode> older = older();
    List<String> areas = distinct(older, "theme");
    add(
        "older",
        dev ? List.of() : older(older, areas),
        2,
        1,
        ask("area", Task.Kind.ONE, areas),
        ask("criticality", Task.Kind.ONE, CRITICALITY));
    List<String> relevance = List.of("off-topic", "on-topic");
    add(
        "disaster",
        dev ? List.of() : each("crisis/on-off-topic.jsonl", "label", relevance),
        0.3,
        0.5,
        ask("disaster", Task.Kind.ONE, relevance));
    List<String> types = distinct(data.rows("crisis/information-types-2012.jsonl"), "type");
    add(
        "disaster-type",
        dev ? List.of() : each("crisis/information-types-2012.jsonl", "type", types),
        1.5,
        0.7,
        ask("disaster-type", Task.Kind.ONE, types));
    String set = dev ? "test" : "train";
    add(
        "urgency",
        written("urgency-" + set, "kind", URGENCY),
        5,
        1,
        ask("urgency", Task.Kind.ONE, URGENCY));
    Task.Head urgency = tasks.getLast().heads().getFirst();
    tasks.add(new Task("calm", List.of(urgency), dev ? List.of() : calm(older), 1, 0.5));
    add("stance", stances(set), 6, 1, ask("stance", Task.Kind.ONE, STANCES));
    add("asks", asks(set), 5, 1, ask("asks", Task.Kind.PIECES, List.of("O", "B", "I")));
    // how a part of a text feels is told by the head that tells it of the whole
    tasks.add(new Task("opinions", tasks.getFirst().heads(), opinions(set), 4, 1));
    List<String> tags = tags();
    var marked = new ArrayList<>(identifiers(set, tags));
    if (!dev) {
      marked.addAll(generalPii(tags));
    }
    add("identifiers", marked, 4, 1, ask("identifiers", Task.Kind.PIECES, tags));
    return this;
  }

  private void add(
      String name, List<Task.Example> examples, double times, double weight, Task.Head... heads) {
    tasks.add(new Task(name, List.of(heads), examples, times, weight));
  }

  private Task.Head ask(String name, Task.Kind kind, List<String> labels) {
    outputs += labels.size();
    return new Task.Head(name, kind, labels, outputs - labels.size());
  }

  /** Real texts in which the patterns find nothing urgent, and nearly always nothing is. */
  private List<Task.Example> calm(List<JsonNode> comments) {
    var judge = new UrgencyJudge();
    var texts = new ArrayList<String>();
    for (int i = 0; i < comments.size(); i += CALM_COMMENTS) {
      texts.add(comments.get(i).get("text").asString());
    }
    List<JsonNode> tweets = data.rows("sentiment/train.jsonl");
    for (int i = 0; i < tweets.size(); i += CALM_TWEETS) {
      texts.add(tweets.get(i).get("text").asString());
    }
    return texts.stream()
        .filter(text -> judge.judge(Post.of("row", text)).level() == Urgency.Level.NONE)
        .map(text -> whole(null, text, one(0)))
        .toList();
  }

  private List<String> themes() {
    var all = new TreeSet<String>();
    for (JsonNode row : data.rows("patient-feedback/train.jsonl")) {
      row.get("themes").forEach(theme -> all.add(theme.asString()));
    }
    return List.copyOf(all);
  }

  private List<Task.Example> tones(String part) throws IOException {
    var examples = new ArrayList<>(each("sentiment/" + part + ".jsonl", "label", TONES));
    if (part.equals("train")) {
      for (int i = 0; i < INVENTED_TONES; i++) {
        examples.addAll(written("spanish-train", "label", TONES));
        examples.addAll(written("tone-train", "label", TONES));
      }
    }
    return examples;
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
      if (file.contains("dev") || !isHeld) {
        rows.add(row);
      }
      number++;
    }
    return rows;
  }

  private List<Task.Example> each(String file, String field, List<String> labels) {
    return each(rows(file), field, labels);
  }

  private List<Task.Example> each(List<JsonNode> rows, String field, List<String> labels) {
    return rows.stream()
        .map(
            row ->
                whole(
                    null,
                    row.get("text").asString(),
                    one(labels.indexOf(row.get(field).asString()))))
        .toList();
  }

  private static int[] one(int label) {
    if (label < 0) {
      throw new IllegalArgumentException("unknown label");
    }
    return new int[] {label};
  }

  /**
   * Themes and grade; one text in four is learned without its question, because most posts have
   * none.
   */
  private List<Task.Example> feedback(String file, List<String> themes, boolean dev)
      throws IOException {
    var examples = new ArrayList<Task.Example>();
    var rows = new ArrayList<>(rows(file));
    if (!dev) {
      rows.addAll(lines("feedback-train"));
    }
    for (JsonNode row : rows) {
      var answer = new ArrayList<Integer>();
      row.get("themes").forEach(theme -> answer.add(themes.indexOf(theme.asString())));
      int[] indexes = answer.stream().mapToInt(i -> i).filter(i -> i >= 0).toArray();
      JsonNode grade = row.get("sentiment5");
      int[] graded = grade == null || grade.isNull() ? null : one(grade.asInt() - 1);
      String asked = row.get("question").asString();
      String question = !asked.isBlank() && (dev || random.nextInt(4) > 0) ? asked : null;
      examples.add(whole(question, row.get("text").asString(), indexes, graded));
    }
    return examples;
  }

  private List<Task.Example> older(List<JsonNode> rows, List<String> areas) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows) {
      String grade = row.get("criticality").asString();
      int[] critical = null;
      if (grade.matches("-?[0-5]")) {
        int value = Integer.parseInt(grade);
        critical = one(value <= -3 ? 0 : value < 0 ? 1 : value == 0 ? 2 : value < 3 ? 3 : 4);
      }
      int[] area = one(areas.indexOf(row.get("theme").asString()));
      examples.add(whole(null, row.get("text").asString(), area, critical));
    }
    return examples;
  }

  /** Older feedback without the texts that the newer holds too. */
  private List<JsonNode> older() {
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

  private static List<String> distinct(List<JsonNode> rows, String field) {
    var all = new TreeMap<String, Integer>();
    rows.forEach(row -> all.merge(row.get(field).asString(), 1, Integer::sum));
    return List.copyOf(all.keySet());
  }

  private List<JsonNode> lines(String name) throws IOException {
    Path file = written.resolve(name + ".jsonl");
    if (!Files.exists(file)) {
      return List.of();
    }
    var json = JsonMapper.builder().build();
    return Files.readAllLines(file).stream().filter(l -> !l.isBlank()).map(json::readTree).toList();
  }

  private List<Task.Example> written(String name, String field, List<String> labels)
      throws IOException {
    return each(lines(name), field, labels);
  }

  private List<Task.Example> stances(String part) throws IOException {
    return lines("stance-" + part).stream()
        .map(
            row ->
                whole(
                    row.get("claim").asString(),
                    row.get("post").asString(),
                    one(STANCES.indexOf(row.get("stance").asString()))))
        .toList();
  }

  private List<Task.Example> opinions(String part) throws IOException {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : lines("opinions-" + part)) {
      String text = row.get("text").asString();
      for (JsonNode opinion : row.get("opinions")) {
        int from = text.indexOf(opinion.get("words").asString());
        if (from >= 0) {
          int to = from + opinion.get("words").asString().length();
          int tone = TONES.indexOf(opinion.get("sentiment").asString());
          Task.Example example = whole(null, text, one(tone));
          Pieces pieces = cutter.cut(text);
          int first = -1;
          int last = -1;
          for (int i = 0; i < Math.min(pieces.size(), LONGEST - 2); i++) {
            if (pieces.start(i) < to && pieces.end(i) > from) {
              first = first < 0 ? i + 1 : first;
              last = i + 2;
            }
          }
          if (first > 0) {
            examples.add(
                new Task.Example(example.ids(), example.second(), example.answers(), first, last));
          }
        }
      }
    }
    return examples;
  }

  /** Words in double braces. */
  private List<Task.Example> asks(String part) throws IOException {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : lines("asks-" + part)) {
      examples.add(
          Marked.read(row.get("text").asString(), "{{", "}}")
              .pieces(cutter, List.of("O", "B", "I"), false));
    }
    return examples;
  }

  private static final Set<String> GENERAL_TO_LEAVE = Set.of("TITLE", "PREFIX");

  private List<String> tags() {
    var tags = new ArrayList<String>();
    tags.add("O");
    for (String type :
        List.of(
            "NAME",
            "GEOGRAPHY",
            "DATE",
            "AGE_OVER_89",
            "TELEPHONE",
            "FAX",
            "EMAIL",
            "SSN",
            "MEDICAL_RECORD_NUMBER",
            "HEALTH_PLAN_NUMBER",
            "ACCOUNT_NUMBER",
            "LICENCE_NUMBER",
            "VEHICLE",
            "DEVICE",
            "URL",
            "IP_ADDRESS",
            "BIOMETRIC",
            "PHOTOGRAPH",
            "OTHER_UNIQUE",
            "ORGANIZATION",
            "COUNTRY")) {
      tags.add("B-" + type);
      tags.add("I-" + type);
    }
    return tags;
  }

  private List<Task.Example> identifiers(String part, List<String> tags) throws IOException {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : lines("identifiers-" + part)) {
      examples.add(Marked.read(row.get("text").asString(), "[[", "]]").pieces(cutter, tags, true));
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

  private List<Task.Example> generalPii(List<String> tags) {
    var examples = new ArrayList<Task.Example>();
    int number = 0;
    for (JsonNode row : data.rows("phi/general-pii.jsonl")) {
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
      examples.add(new Marked(row.get("text").asString(), spans).pieces(cutter, tags, true));
    }
    return examples;
  }

  private Task.Example whole(String first, String text, int[]... answers) {
    var ids = new ArrayList<Integer>();
    ids.add(PieceCutter.FIRST);
    if (first != null) {
      Pieces before = cutter.cut(first);
      for (int i = 0; i < Math.min(before.size(), 40); i++) {
        ids.add(before.id(i));
      }
      ids.add(PieceCutter.LAST);
    }
    int second = first == null ? 0 : ids.size();
    Pieces pieces = cutter.cut(text);
    for (int i = 0; i < pieces.size() && ids.size() < LONGEST - 1; i++) {
      ids.add(pieces.id(i));
    }
    ids.add(PieceCutter.LAST);
    int[] all = ids.stream().mapToInt(i -> i).toArray();
    return new Task.Example(all, first == null ? all.length : second, answers, 0, all.length);
  }
}
