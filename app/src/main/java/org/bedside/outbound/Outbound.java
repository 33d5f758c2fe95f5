package org.bedside.outbound;

/**
 * Asks other servers over HTTP, guarded: no private addresses, no endless answers, no hurry.
 * Thread-safe; blocks the caller, so call it on a virtual thread.
 */
public interface Outbound {

  /**
   * Sends the request, follows its redirects, tries again where that is harmless. Never throws for
   * what the other side does.
   */
  Answer send(Request request);
}
