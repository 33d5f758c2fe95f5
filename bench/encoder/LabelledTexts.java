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

  /** Themes and grade; of older comments without a question, since theirs isn't known. */
  List<Task.Example> feedback(List<String> themes) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows.themes()) {
      examples.add(RealTexts.comment(inputs, row, themes, false));
    }
    for (JsonNode row : rows.themesAgain()) {
      examples.add(RealTexts.comment(inputs, row, themes, false));
    }
    for (JsonNode row : rows.themesOfLabelled()) {
      examples.add(RealTexts.comment(inputs, row, themes, true));
    }
    return examples;
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

  /** A theme of a comment, and how the whole comment speaks of it. */
  List<Task.Example> spoken(List<String> labels) {
    var examples = new ArrayList<Task.Example>();
    for (JsonNode row : rows.opinions()) {
      for (JsonNode opinion : row.get("opinions")) {
        String theme = opinion.get("theme").asString();
        int label = labels.indexOf(opinion.get("sentiment").asString());
        examples.add(inputs.whole(theme, row.get("text").asString(), Inputs.one(label)));
      }
    }
    for (JsonNode row : rows.spoken()) {
      for (int i = 0; i < row.get("themes").size(); i++) {
        String theme = row.get("themes").get(i).asString();
        int label = labels.indexOf(row.get("tones").get(i).asString());
        examples.add(inputs.whole(theme, row.get("text").asString(), Inputs.one(label)));
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
