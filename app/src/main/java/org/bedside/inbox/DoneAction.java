package org.bedside.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to one or many cases.
 *
 * @param macro name of the macro, or the empty text
 * @param changed how many cases it was done to
 * @param leftOut those that somebody had changed meanwhile; once undone, those that had been
 *     changed again
 * @param undone whether it was taken back
 * @param restored how many cases are as before then
 */
public record DoneAction(
    UUID id,
    Instant at,
    String macro,
    List<Step> steps,
    int changed,
    List<LeftOut> leftOut,
    boolean undone,
    int restored) {

  public DoneAction {
    steps = List.copyOf(steps);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A case that was left as it is.
   *
   * @param author of its leading post, where there is a name
   * @param last what happened to it last, as far as people did it
   */
  public record LeftOut(long id, @Nullable String author, @Nullable CaseEvent last) {}
}
