package org.bedside.alerts;

import java.util.UUID;

/** Tries a channel. */
public interface Trial {

  /** Sends a message that only says that it works, and waits for what comes of it. */
  void send(UUID channel);
}
