package org.bedside.understanding.watch;

/** Finds queries that would match nearly every post because they only say what to leave out. */
final class Negatives {

  private Negatives() {}

  /** The column of the NOT that nothing bounds, or -1 where each match must contain something. */
  static int columnOfUnbounded(Query query) {
    return switch (query) {
      case Query.Not not -> not.column();
      case Query.Any any ->
          any.parts().stream()
              .mapToInt(Negatives::columnOfUnbounded)
              .filter(column -> column >= 0)
              .findFirst()
              .orElse(-1);
      case Query.All all -> {
        int first = -1;
        for (Query part : all.parts()) {
          int column = columnOfUnbounded(part);
          if (column < 0) {
            yield -1;
          }
          first = first < 0 ? column : first;
        }
        yield first;
      }
      case Query.Phrase _, Query.Window _, Query.Near _, Query.Raw _, Query.Rating _ -> -1;
    };
  }
}
