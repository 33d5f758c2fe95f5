package org.bedside.inbox.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.inbox.Joins;

/** Which cases are to move where, so that none moves twice and no two into one another. */
final class CaseMoves {

  /**
   * @param fresh whether what makes it move has just been written
   */
  record Move(long own, long target, Joins.Why why, boolean fresh) {}

  private final Map<Long, Long> movedTo = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();

  /**
   * Lets a case move, unless it does already or would in a circle.
   *
   * @return whether it does from now on
   */
  boolean add(long own, long target, Joins.Why why, boolean fresh) {
    long end = end(target);
    if (end == own || movedTo.containsKey(own)) {
      return false;
    }
    movedTo.put(own, end);
    moves.add(new Move(own, end, why, fresh));
    return true;
  }

  /** Where what is in this case is in the end. */
  long end(long target) {
    Long further = movedTo.get(target);
    return further == null ? target : end(further);
  }

  /** All of them; what moved to a case that moved itself afterwards goes where that went. */
  List<Move> all() {
    return moves.stream()
        .map(move -> new Move(move.own(), end(move.target()), move.why(), move.fresh()))
        .toList();
  }
}
