import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.encoder.PieceCutter;
import org.bedside.understanding.encoder.Pieces;

/** A text of which some stretches are marked with a type. */
record Marked(String text, List<Mark> marks) {

  record Mark(int start, int end, String type) {}

  /** Reads {@code open TYPE : words close}, or only the words where there is no type. */
  static Marked read(String written, String open, String close) {
    var text = new StringBuilder();
    var marks = new ArrayList<Mark>();
    int at = 0;
    while (true) {
      int from = written.indexOf(open, at);
      int to = from < 0 ? -1 : written.indexOf(close, from);
      if (to < 0) {
        return new Marked(text.append(written.substring(at)).toString(), marks);
      }
      text.append(written, at, from);
      String inside = written.substring(from + open.length(), to);
      int colon = open.equals("[[") ? inside.indexOf(':') : -1;
      String words = inside.substring(colon + 1);
      marks.add(
          new Mark(
              text.length(),
              text.length() + words.length(),
              colon < 0 ? "" : inside.substring(0, colon)));
      text.append(words);
      at = to + close.length();
    }
  }

  /** A tag for each piece: the first of a mark, another one, or none; without types "B" and "I". */
  Task.Example pieces(PieceCutter cutter, List<String> tags, boolean typed) {
    Pieces cut = cutter.cut(text);
    int size = Math.min(cut.size(), Inputs.LONGEST - 2);
    int[] ids = new int[size + 2];
    int[] answer = new int[size + 2];
    ids[0] = PieceCutter.FIRST;
    ids[size + 1] = PieceCutter.LAST;
    answer[0] = -1;
    answer[size + 1] = -1;
    for (int i = 0; i < size; i++) {
      ids[i + 1] = cut.id(i);
      for (Mark mark : marks) {
        if (cut.start(i) < mark.end && cut.end(i) > mark.start) {
          boolean first =
              i == 0
                  || cut.end(i - 1) <= mark.start
                  || (cut.start(i) <= mark.start && cut.start(i - 1) != cut.start(i));
          answer[i + 1] = tags.indexOf((first ? "B" : "I") + (typed ? "-" + mark.type : ""));
        }
      }
    }
    return new Task.Example(ids, ids.length, new int[][] {answer}, 0, ids.length);
  }
}
