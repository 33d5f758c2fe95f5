package org.bedside.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bedside.understanding.SafeReplies;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Span;
import org.bedside.understanding.encoder.PieceCutter;
import org.bedside.understanding.encoder.Pieces;

/** The encoder's word pieces, and the wordings for a contact that may be anything. */
final class PiecesTarget implements Target {

  private final PieceCutter cutter = PieceCutter.load();

  private record Piece(int id, int start, int end) {}

  private record Answer(List<Piece> pieces, List<String> wordings) {}

  @Override
  public String name() {
    return "pieces";
  }

  @Override
  public Object answer(Case input) {
    Pieces cut = cutter.cut(input.text());
    var pieces = new ArrayList<Piece>();
    for (int i = 0; i < cut.size(); i++) {
      pieces.add(new Piece(cut.id(i), cut.start(i), cut.end(i)));
    }
    String contact = input.author() == null ? "" : input.author();
    return new Answer(
        pieces,
        SafeReplies.standard()
            .suggest(
                SentimentLabel.NEGATIVE,
                SafeReplies.Topic.WAITING,
                contact,
                Locale.forLanguageTag(input.lang() == null ? "" : input.lang())));
  }

  @Override
  public void check(Case input, Object answer, Set<String> seen) {
    var cut = (Answer) answer;
    int last = 0;
    for (Piece piece : cut.pieces()) {
      Must.hold(piece.id() >= 0, "a piece of no number");
      Must.liesIn(new Span(piece.start(), piece.end()), input.text(), "a piece");
      Must.hold(piece.start() >= last, "pieces are out of order");
      last = piece.start();
    }
    Must.hold(!cut.wordings().isEmpty(), "no wording for a reply");
    seen.add("wordings " + cut.wordings().getFirst().startsWith("Gracias"));
    seen.add(
        "pieces unknown " + cut.pieces().stream().anyMatch(p -> p.id() == PieceCutter.UNKNOWN));
  }
}
