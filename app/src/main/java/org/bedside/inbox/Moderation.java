package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** The posts of the current organization that deserve a moderator's look, the weightiest first. */
public interface Moderation {

  /**
   * A case with the reasons to look at it.
   *
   * @param score 0 to 100
   */
  record Item(CaseRow row, int score, List<Signal> signals) {
    public Item {
      signals = List.copyOf(signals);
    }
  }

  /**
   * @param next what to ask for the page after it with, or null where this is the last
   */
  record Queue(List<Item> items, @Nullable String next) {
    public Queue {
      items = List.copyOf(items);
    }
  }

  /** Why a post is reported at its network: the published reasons, no others. */
  enum Reason {
    ABUSE,
    PRIVATE_INFORMATION,
    UNRELATED,
    FAKE
  }

  /** What somebody decides. */
  sealed interface Decision {
    record NothingToDo() implements Decision {}

    /**
     * @param note a person's own words; may be empty
     */
    record Report(Reason reason, String note) implements Decision {}

    record LeaveTo(UUID member) implements Decision {}

    /** Takes the decision back. */
    record LookAgain() implements Decision {}
  }

  /**
   * Open cases that nobody has decided on.
   *
   * @param after {@link Queue#next} of the page before, or null for the first
   */
  Queue list(@Nullable String after, int limit);

  /** How many wait, counted up to {@code most}. */
  int waiting(int most);

  /**
   * @throws StaleCaseException where the case has another version by now
   * @throws IllegalArgumentException where there is no such member
   */
  void decide(long id, int version, Decision decision, SignedIn by);

  /** Weighs the latest open cases again, after what is watched for has changed. */
  void weighAgain();
}
