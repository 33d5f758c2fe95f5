package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a watch can be asked for, in pieces that can each stand in a rule.
 *
 * @param whole whether they let through all that the watch finds
 */
record Pieces(List<String> all, boolean whole) {

  /** More than any watch that a person reads has alternatives. */
  private static final int MOST_STEPS = 2_000;

  static Pieces of(Said said, int room) {
    Cutting cutting = new Cutting(room);
    boolean whole = cutting.cut(said);
    return new Pieces(List.copyOf(cutting.pieces), whole);
  }

  private static final class Cutting {

    private final int room;
    private final List<String> pieces = new ArrayList<>();
    private int steps;

    Cutting(int room) {
      this.room = room;
    }

    /** Whether its pieces let through all of it. */
    boolean cut(Said said) {
      if (steps++ > MOST_STEPS) {
        return false;
      }
      if (said instanceof Said.Either(List<Said> parts)) {
        return each(parts);
      }
      if (said instanceof Said.Both(List<Said> parts) && parts.size() == 1) {
        return cut(parts.getFirst());
      }
      Said.Out out = said.through();
      if (out != null && fits(out)) {
        pieces.add(out.text());
        return true;
      }
      return said instanceof Said.Both(List<Said> parts) && (widened(parts) || spread(parts));
    }

    private boolean each(List<Said> alternatives) {
      boolean whole = !alternatives.isEmpty();
      for (Said one : alternatives) {
        whole &= cut(one);
      }
      return whole;
    }

    /** What is too long loses what narrows it, so that it lets through more and not less. */
    private boolean widened(List<Said> parts) {
      Said.Out best = null;
      for (Said part : parts) {
        Said.Out out = part.through();
        if (out != null
            && fits(out)
            && (best == null || out.text().length() > best.text().length())) {
          best = out;
        }
      }
      if (best != null) {
        pieces.add(best.text());
      }
      return best != null;
    }

    /** Where no part can stand alone, each alternative of one of them with all the others. */
    private boolean spread(List<Said> parts) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i) instanceof Said.Either(List<Said> alternatives)) {
          List<Said> each = new ArrayList<>();
          for (Said one : alternatives) {
            List<Said> with = new ArrayList<>(parts);
            with.set(i, one);
            each.add(new Said.Both(with));
          }
          return each(each);
        }
      }
      return false;
    }

    private boolean fits(Said.Out out) {
      return out.alone() && out.text().length() <= room;
    }
  }
}
