package org.bedside.improvement;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to an organization's address. Each is a row from the transaction of the change
 * that it tells of, so none is forgotten, and one that was taken is not sent again.
 */
public interface Deliveries {

  /** Organizations for which something is due now; spans organizations. */
  List<OrganizationId> due();

  /**
   * Takes what is due, the first of each ticket first, so that the other side hears in order. What
   * is taken is nobody else's for some minutes, whatever becomes of this process.
   */
  List<Due> take(int most);

  /** The other side took it; it is never sent again. */
  void delivered(Due due);

  /**
   * It was not taken.
   *
   * @param code key of the sentence that says why, with {@code detail} as its first value
   * @param wait until it is tried again; null to give up
   */
  void failed(Due due, String code, String detail, @Nullable Duration wait);

  /** The last ones, the latest first. */
  List<Delivery> latest(int most);

  /** Tries one again that was given up; does nothing where it is none of these. */
  void again(UUID key);

  /**
   * To be sent.
   *
   * @param key told to the other side, the same at each try
   * @param secret empty where it can't be opened any more
   * @param attempts this one included
   */
  record Due(
      long id, UUID key, URI address, String secret, String event, String body, int attempts) {

    @Override
    public String toString() {
      return "Due[" + key + "]";
    }
  }

  /**
   * One as it is shown.
   *
   * @param errorCode key of a sentence; null where nothing went wrong
   * @param at when it was taken, or else is tried next, or was given up
   */
  record Delivery(
      UUID key,
      long ticket,
      String event,
      State state,
      int attempts,
      @Nullable String errorCode,
      String errorDetail,
      Instant at) {}

  enum State {
    WAITING,
    DONE,
    GIVEN_UP
  }
}
