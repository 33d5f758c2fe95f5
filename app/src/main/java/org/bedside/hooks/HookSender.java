package org.bedside.hooks;

import java.util.UUID;

/** For those who want to wait for what comes of a message. */
public interface HookSender {

  /**
   * Sends what is due to an address of the current organization, one after the other, and returns
   * when nothing is due any more. Outside of any transaction. Never throws for what the other side
   * does.
   */
  void send(UUID hook);
}
