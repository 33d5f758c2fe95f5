package org.bedside.alerts;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** Where messages of the current organization go. */
public interface Channels {

  /** All of them, by name. */
  List<Channel> all();

  Optional<Channel> find(UUID id);

  /**
   * Adds one.
   *
   * @param address kept sealed, since whoever knows it can write there
   * @param secret what messages are signed with, kept sealed
   * @param least the severity from which it is told, 1 to 10
   */
  UUID add(String name, URI address, String secret, Shape shape, int least, SignedIn by);

  /** Whether there was one. */
  boolean remove(UUID id, SignedIn by);

  /**
   * A channel as people see it.
   *
   * @param host of its address
   * @param deliveredAt when it last took a message
   * @param failedAt when it last did not, if nothing was taken since
   * @param error message key of what happened then, with {@code detail} as its value
   */
  record Channel(
      UUID id,
      String name,
      String host,
      Shape shape,
      int least,
      @Nullable Instant deliveredAt,
      @Nullable Instant failedAt,
      @Nullable String error,
      String detail) {}
}
