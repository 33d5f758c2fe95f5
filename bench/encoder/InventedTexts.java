import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bedside.bench.Invented;
import org.bedside.understanding.guard.LearnedReplies;
import tools.jackson.databind.JsonNode;

/** What is learned from the rows that were written for it, without those that are kept back. */
final class InventedTexts {

  /** What discloses may stand in the last sentence. */
  private static final int LONGEST_REPLY = 168;

  private final Invented rows;
  private final Inputs inputs;
  private final boolean dev;
  private final Random random = new Random(13);

  InventedTexts(Path folder, Inputs inputs, boolean dev) {
    this.rows = new Invented(folder);
    this.inputs = inputs;
    this.dev = dev;
  }

  private List<JsonNode> rows(String name) {
    return dev ? rows.test(name) : rows.toLearn(name);
  }

  List<Task.Example> labelled(String name, String field, List<String> labels) {
    return inputs.each(rows(name), field, labels);
  }

  List<Task.Example> feedback(List<String> themes) {
    return rows("feedback").stream()
        .map(row -> RealTexts.comment(inputs, row, themes, random.nextInt(4) > 0))
        .toList();
  }

  /** The claim stands first, then the post. */
  List<Task.Example> stances(List<String> labels) {
    return rows("stance").stream()
        .map(
            row ->
                inputs.whole(
                    row.get("claim").asString(),
                    row.get("post").asString(),
                    Inputs.one(labels.indexOf(row.get("stance").asString()))))
        .toList();
  }

  /** A reply behind the review it answers, with the name shown beside the review. */
  List<Task.Example> replies(List<String> labels) {
    List<JsonNode> known = dev ? rows.dev("guard") : rows.toLearn("guard");
    return known.stream()
        .map(
            row -> {
              boolean isSafe = row.get("label").asString().equals("safe");
              String label = isSafe ? labels.getFirst() : row.get("rule").asString();
              String before =
                  LearnedReplies.before(
                      row.get("reviewer").asString(), row.get("review").asString());
              String reply = row.get("reply").asString();
              return inputs.whole(before, reply, LONGEST_REPLY, Inputs.one(labels.indexOf(label)));
            })
        .toList();
  }

  /** Each opinion of a text by the words it rests on. */
  List<Task.Example> opinions(String field, List<String> labels) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows("opinions")) {
      String text = row.get("text").asString();
      for (JsonNode opinion : row.get("opinions")) {
        String words = opinion.get("words").asString();
        int from = text.indexOf(words);
        int label = labels.indexOf(opinion.get(field).asString());
        if (from >= 0 && label >= 0) {
          inputs.part(text, from, from + words.length(), Inputs.one(label), examples);
        }
      }
    }
    return examples;
  }

  /** A theme, and the text that speaks of it one way or another. */
  List<Task.Example> spoken(List<String> labels) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows("opinions")) {
      for (JsonNode opinion : row.get("opinions")) {
        int label = labels.indexOf(opinion.get("sentiment").asString());
        if (label >= 0) {
          String theme = opinion.get("theme").asString();
          examples.add(inputs.whole(theme, row.get("text").asString(), Inputs.one(label)));
        }
      }
    }
    for (JsonNode row : dev ? List.<JsonNode>of() : rows("feedback")) {
      for (int i = 0; row.has("tones") && i < row.get("tones").size(); i++) {
        String theme = row.get("themes").get(i).asString();
        int label = labels.indexOf(row.get("tones").get(i).asString());
        examples.add(inputs.whole(theme, row.get("text").asString(), Inputs.one(label)));
      }
    }
    return examples;
  }

  /** What is asked for stands in double braces. */
  List<Task.Example> asks(List<String> tags) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows("asks")) {
      examples.add(
          Marked.read(row.get("text").asString(), "{{", "}}").pieces(inputs.cutter, tags, false));
    }
    return examples;
  }

  /** Identifiers stand in double brackets, behind their type. */
  List<Task.Example> identifiers(List<String> tags) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows("identifiers")) {
      examples.add(
          Marked.read(row.get("text").asString(), "[[", "]]").pieces(inputs.cutter, tags, true));
    }
    return examples;
  }
}
