package org.bedside.channels.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.Channel;
import org.bedside.channels.NewChannel;
import org.bedside.identity.SignedIn;

/** The channels of the current organization as they are kept. */
public interface ChannelBook {

  List<Channel> all();

  Optional<Channel> find(UUID id);

  /**
   * @param connected whether the network granted the keys in the browser
   */
  UUID add(NewChannel channel, Keys keys, boolean connected, SignedIn by);

  /** Notes in the audit log that an account has other keys. */
  void keysChanged(UUID id, boolean connected, SignedIn by);

  boolean remove(UUID id, SignedIn by);

  boolean pause(UUID id, boolean paused, SignedIn by);

  /**
   * Takes the account for oneself until {@code lease}.
   *
   * @return false where something goes out through it now
   */
  boolean occupy(UUID id, Instant now, Instant lease);
}
