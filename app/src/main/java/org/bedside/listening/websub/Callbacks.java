package org.bedside.listening.websub;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Subscriptions as the hubs that call know them. */
public interface Callbacks {

  /** By its token's hash, of whatever organization; asked before anybody is known. */
  Optional<Called> find(byte[] tokenHash);

  /**
   * @param source null where it is removed
   * @param over whether nothing is taken any more
   * @param secret never to be shown or logged
   */
  record Called(
      UUID id,
      OrganizationId organization,
      @Nullable UUID source,
      String connector,
      boolean over,
      URI topic,
      URI base,
      String secret) {
    @Override
    public String toString() {
      return "Called[" + id + "]";
    }
  }

  /**
   * Confirms what we asked the hub for, if we did.
   *
   * @param lease as the hub grants it; null where it doesn't say
   */
  boolean confirm(Called called, String mode, String topic, @Nullable Duration lease);

  /**
   * Keeps that the hub refuses, or ends what it had granted.
   *
   * @param reason in the hub's words, untrusted
   * @return whether it is about this subscription
   */
  boolean denied(Called called, String topic, String reason);

  /**
   * Keeps others from storing for the source until the transaction ends.
   *
   * @return false where nothing is taken any more
   */
  boolean lock(Called called);

  /** Something was delivered and taken. Call in the transaction that stores it. */
  void delivered(Called called);

  /**
   * Something was delivered that was not taken.
   *
   * @param ask whether the source is to be asked at once, since there seems to be something new
   */
  void refused(Called called, String code, boolean ask);
}
