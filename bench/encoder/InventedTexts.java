import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bedside.bench.HeldRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is learned from the rows that were written for it, without those that are kept back. */
final class InventedTexts {

  private final Path folder;
  private final Inputs inputs;
  private final boolean dev;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Random random = new Random(13);

  InventedTexts(Path folder, Inputs inputs, boolean dev) {
    this.folder = folder;
    this.inputs = inputs;
    this.dev = dev;
  }

  /** The rows to learn from, of one file or two; or those to measure on. */
  private List<JsonNode> rows(String name) throws IOException {
    if (dev) {
      return lines(name + "-test");
    }
    var rows = new ArrayList<JsonNode>();
    for (String file : List.of(name + "-train", name + "-more-train")) {
      int number = 0;
      for (JsonNode row : lines(file)) {
        if (!HeldRows.isHeld(number++)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private List<JsonNode> lines(String name) throws IOException {
    Path file = folder.resolve(name + ".jsonl");
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream().filter(l -> !l.isBlank()).map(json::readTree).toList();
  }

  List<Task.Example> labelled(String name, String field, List<String> labels) throws IOException {
    return inputs.each(rows(name), field, labels);
  }

  List<Task.Example> feedback(List<String> themes) throws IOException {
    return rows("feedback").stream()
        .map(row -> RealTexts.comment(inputs, row, themes, random.nextInt(4) > 0))
        .toList();
  }

  /** The claim stands first, then the post. */
  List<Task.Example> stances(List<String> labels) throws IOException {
    return rows("stance").stream()
        .map(
            row ->
                inputs.whole(
                    row.get("claim").asString(),
                    row.get("post").asString(),
                    Inputs.one(labels.indexOf(row.get("stance").asString()))))
        .toList();
  }

  /** Each opinion of a text by the words it rests on. */
  List<Task.Example> opinions(String field, List<String> labels) throws IOException {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows("opinions")) {
      String text = row.get("text").asString();
      for (JsonNode opinion : row.get("opinions")) {
        String words = opinion.get("words").asString();
        int from = text.indexOf(words);
        int label = labels.indexOf(opinion.get(field).asString());
        if (from >= 0 && label >= 0) {
          Task.Example example = inputs.part(text, from, from + words.length(), Inputs.one(label));
          if (example != null) {
            examples.add(example);
          }
        }
      }
    }
    return examples;
  }

  /** What is asked for stands in double braces. */
  List<Task.Example> asks(List<String> tags) throws IOException {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows("asks")) {
      examples.add(
          Marked.read(row.get("text").asString(), "{{", "}}").pieces(inputs.cutter, tags, false));
    }
    return examples;
  }

  /** Identifiers stand in double brackets, behind their type. */
  List<Task.Example> identifiers(List<String> tags) throws IOException {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows("identifiers")) {
      examples.add(
          Marked.read(row.get("text").asString(), "[[", "]]").pieces(inputs.cutter, tags, true));
    }
    return examples;
  }
}
