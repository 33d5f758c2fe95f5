package org.bedside.inbox.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.inbox.Reply;
import org.bedside.inbox.ReplyChange;
import org.bedside.privacy.Overrides;
import org.jspecify.annotations.Nullable;

/**
 * The form for other words for a reply that is there, and what has become of those that were
 * entered.
 *
 * @param waiting words that are held back, and wait for a second person
 * @param mayOverride whether the reader may have a say in sending what is held back
 * @param attempt words that the reader entered and that were not taken, or null
 */
public record RewordingForm(
    Reply reply,
    List<Overrides.Waiting> waiting,
    boolean mayOverride,
    UUID reader,
    @Nullable Rewording attempt) {

  public RewordingForm {
    waiting = List.copyOf(waiting);
  }

  /** The same with words that were just refused. */
  RewordingForm with(Rewording other) {
    return new RewordingForm(reply, waiting, mayOverride, reader, other);
  }

  /** Other words that wait for others to agree; null where none do. */
  public @Nullable ReplyChange asked() {
    return change(ReplyChange.State.ASKED).orElse(null);
  }

  /** The reader's other words that were not taken; null where there are none. */
  public @Nullable ReplyChange notTaken() {
    return change(ReplyChange.State.BACK).orElse(null);
  }

  private Optional<ReplyChange> change(ReplyChange.State state) {
    return reply.changes().stream().filter(one -> one.state() == state).findFirst();
  }

  /** Whether the form for other words is to be open: something waits in it. */
  public boolean isOpen() {
    return attempt != null || notTaken() != null || forASecond().isPresent();
  }

  /** What the form for other words begins with. */
  public String words() {
    return Stream.of(
            Optional.ofNullable(attempt).map(Rewording::text),
            forASecond().map(Overrides.Waiting::words),
            Optional.ofNullable(asked())
                .filter(one -> one.by().equals(reader))
                .map(ReplyChange::text),
            Optional.ofNullable(notTaken()).map(ReplyChange::text))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(reply.text());
  }

  /** Whether the form asks why the words are sent although they are held back. */
  public boolean asksWhy() {
    return mayOverride
        && (forASecond().isPresent() || (attempt != null && attempt.verdict() != null));
  }

  /** What somebody else wants though it is held back, which needs a second person. */
  private Optional<Overrides.Waiting> forASecond() {
    return waiting.stream().filter(one -> !one.mine()).findFirst();
  }
}
