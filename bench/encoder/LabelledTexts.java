import java.util.ArrayList;
import java.util.List;
import org.bedside.bench.Labelled;
import tools.jackson.databind.JsonNode;

/** What is learned from real texts by the labels that were given to them for it. */
final class LabelledTexts {

  private final Labelled rows;
  private final Inputs inputs;

  LabelledTexts(Labelled rows, Inputs inputs) {
    this.rows = rows;
    this.inputs = inputs;
  }

  /** Themes and grade, without a question: that of the older comments isn't known. */
  List<Task.Example> feedback(List<String> themes) {
    return rows.themes().stream()
        .map(row -> RealTexts.comment(inputs, row, themes, false))
        .toList();
  }

  /** Each opinion of a text by the words it rests on. */
  List<Task.Example> opinions(String field, List<String> labels) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows.opinions()) {
      for (JsonNode opinion : row.get("opinions")) {
        inputs.part(
            row.get("text").asString(),
            opinion.get("start").asInt(),
            opinion.get("end").asInt(),
            Inputs.one(labels.indexOf(opinion.get(field).asString())),
            examples);
      }
    }
    return examples;
  }

  List<Task.Example> disasterTypes(List<String> types) {
    return inputs.each(rows.disasterTypes(), "type", types);
  }

  List<Task.Example> urgency(List<String> kinds) {
    return inputs.each(rows.urgency(), "kind", kinds);
  }
}
