import java.util.List;

/**
 * Texts with what is asked of them.
 *
 * @param heads what is asked; their outputs follow one another
 * @param train the texts it is learned from
 * @param times how often each text is gone through
 * @param weight how much its loss counts
 */
record Task(String name, List<Head> heads, List<Example> train, double times, double weight) {

  /** The first of all outputs. */
  int from() {
    return heads.getFirst().from;
  }

  /** How many outputs all heads have. */
  int outputs() {
    return heads.stream().mapToInt(h -> h.labels.size()).sum();
  }

  boolean ofPieces() {
    return heads.getFirst().kind == Kind.PIECES;
  }

  enum Kind {
    /** One of the labels. */
    ONE,
    /** Any of the labels. */
    ANY,
    /** One of the labels for each piece. */
    PIECES
  }

  /**
   * One question.
   *
   * @param from the first of its outputs
   */
  record Head(String name, Kind kind, List<String> labels, int from) {}

  /**
   * A text with its answers.
   *
   * @param ids its pieces, with the marks around them
   * @param second where its second part begins, or its length
   * @param answers for each head indexes of labels: one, any, or one a piece (-1: not asked); null
   *     where that head isn't asked
   * @param poolFrom the first piece that the answer is about
   * @param poolTo the piece after the last
   */
  record Example(int[] ids, int second, int[][] answers, int poolFrom, int poolTo) {}
}
