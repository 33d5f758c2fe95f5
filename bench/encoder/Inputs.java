import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.encoder.PieceCutter;
import org.bedside.understanding.encoder.Pieces;
import tools.jackson.databind.JsonNode;

/** Texts as the encoder is given them. */
final class Inputs {

  /** Longer texts are cut while learning; most are shorter by far. */
  static final int LONGEST = 96;

  private static final int LONGEST_QUESTION = 40;

  final PieceCutter cutter = PieceCutter.load();

  /** A text, behind a question or claim where there is one. */
  Task.Example whole(String first, String text, int[]... answers) {
    return whole(first, text, LONGEST, answers);
  }

  /** The same, cut at another length. */
  Task.Example whole(String first, String text, int longest, int[]... answers) {
    var ids = new ArrayList<Integer>();
    ids.add(PieceCutter.FIRST);
    if (first != null) {
      Pieces before = cutter.cut(first);
      for (int i = 0; i < Math.min(before.size(), LONGEST_QUESTION); i++) {
        ids.add(before.id(i));
      }
      ids.add(PieceCutter.LAST);
    }
    int second = first == null ? 0 : ids.size();
    Pieces pieces = cutter.cut(text);
    for (int i = 0; i < pieces.size() && ids.size() < longest - 1; i++) {
      ids.add(pieces.id(i));
    }
    ids.add(PieceCutter.LAST);
    int[] all = ids.stream().mapToInt(i -> i).toArray();
    return new Task.Example(all, first == null ? all.length : second, answers, 0, all.length);
  }

  /** Adds a text of which only a stretch is asked about, unless it was cut off. */
  void part(String text, int from, int to, int[] answer, List<Task.Example> examples) {
    Task.Example whole = whole(null, text, answer);
    Pieces pieces = cutter.cut(text);
    int first = -1;
    int last = -1;
    for (int i = 0; i < Math.min(pieces.size(), LONGEST - 2); i++) {
      if (pieces.start(i) < to && pieces.end(i) > from) {
        first = first < 0 ? i + 1 : first;
        last = i + 2;
      }
    }
    if (first >= 0) {
      examples.add(new Task.Example(whole.ids(), whole.second(), whole.answers(), first, last));
    }
  }

  /** Rows whose label stands in a field. */
  List<Task.Example> each(List<JsonNode> rows, String field, List<String> labels) {
    return rows.stream()
        .map(
            row ->
                whole(
                    null,
                    row.get("text").asString(),
                    one(labels.indexOf(row.get(field).asString()))))
        .toList();
  }

  static int[] one(int label) {
    if (label < 0) {
      throw new IllegalArgumentException("unknown label");
    }
    return new int[] {label};
  }

  /** The tags of identifiers: a first piece, another one, none. */
  static List<String> tags() {
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
}
