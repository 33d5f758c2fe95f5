package org.bedside.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A text cut where marks begin and end, so that marks may overlap in any way and each piece knows
 * what it lies under. Marks outside the text are cut to it, empty ones left out, and no surrogate
 * pair is cut in two. Costs linear time in the text and at most {@value #LIMIT} marks.
 */
public final class MarkedText {

  /** More than a reader could take in; the rest of them stays unmarked. */
  static final int LIMIT = 400;

  private final List<Piece> pieces;
  private final List<Found> found;

  private MarkedText(List<Piece> pieces, List<Found> found) {
    this.pieces = pieces;
    this.found = found;
  }

  /**
   * A part of the text under the same marks.
   *
   * @param css class names of the marks over it, empty where there are none
   * @param begins labels of the marks that begin here
   */
  public record Piece(String text, String css, List<String> begins) {

    public boolean isMarked() {
      return !css.isEmpty();
    }
  }

  /** One mark with the words that it rests on. */
  public record Found(Mark.Kind kind, String label, String words) {}

  /** Cuts the text. */
  public static MarkedText of(String text, List<Mark> marks) {
    List<Mark> within =
        marks.stream()
            .map(mark -> fitted(mark, text))
            .filter(mark -> mark.start() < mark.end())
            .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::kind))
            .limit(LIMIT)
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Mark mark : within) {
      cuts.add(mark.start());
      cuts.add(mark.end());
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int to : cuts.tailSet(0, false)) {
      pieces.add(piece(text, from, to, within));
      from = to;
    }
    List<Found> found =
        within.stream()
            .map(m -> new Found(m.kind(), m.label(), text.substring(m.start(), m.end())))
            .distinct()
            .toList();
    return new MarkedText(List.copyOf(pieces), found);
  }

  /** All of the text, in order. */
  public List<Piece> pieces() {
    return pieces;
  }

  /** Each mark in words, for those who do not see it. */
  public List<Found> found() {
    return found;
  }

  /** The kinds that occur, for the legend. */
  public Set<Mark.Kind> kinds() {
    Set<Mark.Kind> kinds = EnumSet.noneOf(Mark.Kind.class);
    found.forEach(one -> kinds.add(one.kind()));
    return kinds;
  }

  private static Piece piece(String text, int from, int to, List<Mark> marks) {
    List<Mark> over =
        marks.stream().filter(mark -> mark.start() <= from && to <= mark.end()).toList();
    String css =
        over.isEmpty()
            ? ""
            : over.stream()
                .map(mark -> mark.kind().css())
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" ", "hl ", ""))
                .strip();
    List<String> begins =
        over.stream().filter(mark -> mark.start() == from).map(Mark::label).distinct().toList();
    return new Piece(text.substring(from, to), css, begins);
  }

  private static Mark fitted(Mark mark, String text) {
    int start = Math.clamp(mark.start(), 0, text.length());
    int end = Math.clamp(mark.end(), 0, text.length());
    return new Mark(
        splitsPair(text, start) ? start - 1 : start,
        splitsPair(text, end) ? end + 1 : end,
        mark.kind(),
        mark.label());
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
