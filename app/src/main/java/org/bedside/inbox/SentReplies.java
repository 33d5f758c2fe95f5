package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.bedside.channels.Channel;
import org.bedside.identity.SignedIn;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Replies that go out through the current organization's own accounts. A reply is shown as posted
 * when its network has it, and not before. Thread-safe.
 */
public interface SentReplies {

  /**
   * The accounts on the network where the case's post was said, by name; none where it has none.
   */
  List<Channel> accounts(long caseId);

  /**
   * Sends the reply, or asks those who have to agree first. Nothing leaves before the caller's
   * transaction has committed. Whatever is answered, the words are kept: as the person's draft, or
   * with the reply that is under way.
   *
   * @param overrideReason why it is sent although the guard blocks it
   */
  Result send(long caseId, String text, UUID channel, @Nullable String overrideReason, SignedIn by);

  /**
   * Takes one back that waits for agreement or has not begun to leave.
   *
   * @return whether it will not go out; else it is too late
   */
  boolean takeBack(long reply, SignedIn by);

  /**
   * Puts other words in the place of a reply that is there, or asks those who have to agree first;
   * until they do the reply stays as it is. Agreed is that exactly these words take the place of
   * exactly those: where the reply is another by then, or gone, nothing is changed.
   *
   * @param overrideReason why they are sent although the guard blocks them
   */
  Result change(long reply, String text, @Nullable String overrideReason, SignedIn by);

  /**
   * Takes other words back that wait for agreement, or puts one's own away that were not taken.
   *
   * @return whether there was anything; else it is too late
   */
  boolean dropChange(long reply, SignedIn by);

  /** Under which the guard's policy knows an override of other words for this reply. */
  static String overrideSubject(long reply) {
    return "reply:" + reply;
  }

  /**
   * Takes a reply down that is there.
   *
   * @return whether that was begun
   */
  boolean takeDown(long reply, SignedIn by);

  /** What came of it. */
  sealed interface Result {

    /** The guard lets it through to nobody, or not to this person. */
    record Rejected(Verdict verdict, String code) implements Result {}

    /**
     * It can't go out as it is.
     *
     * @param code message key of why, with {@code detail} as its value
     */
    record Unfit(String code, String detail) implements Result {}

    /** Others have to agree first. */
    record Asked(UUID request) implements Result {}

    /** It is on its way. */
    record Leaving(UUID delivery) implements Result {}
  }
}
