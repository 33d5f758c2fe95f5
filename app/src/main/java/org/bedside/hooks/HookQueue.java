package org.bedside.hooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Messages on their way. */
public interface HookQueue {

  /** Addresses for which a message is due; spans organizations, and never says what it is. */
  List<Waiting> due(Instant now);

  /**
   * Takes messages of the current organization for one address, the first of each line first. They
   * are nobody else's for {@code lease}: a process that dies meanwhile leaves them to be sent then.
   */
  List<Due> claim(UUID hook, Instant now, Duration lease, int most);

  /** The other side took it; it is never sent again. */
  void delivered(Due due, Instant now);

  /**
   * It was not taken.
   *
   * @param next when it is tried again; null to give it up
   */
  void failed(Due due, String error, String detail, @Nullable Instant next, Instant now);

  /** Deletes what arrived or was given up before then, whoever it belongs to. */
  void forget(Instant before);

  /** An address with something due. */
  record Waiting(OrganizationId organization, UUID hook) {}

  /**
   * To be sent.
   *
   * @param address null where it can't be unsealed any more
   * @param attempts this one included
   */
  record Due(
      long id,
      UUID key,
      UUID hook,
      @Nullable URI address,
      String secret,
      String event,
      String body,
      int attempts) {

    @Override
    public String toString() {
      return "Due[" + key + "]";
    }
  }
}
