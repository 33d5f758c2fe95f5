package org.bedside.outbound;

import java.net.URI;
import java.util.Optional;

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

  /**
   * Why this address would not be asked, without asking it: its host is looked up and no more.
   * Empty where it would be, and where its host is unknown for now. To be told before an address is
   * kept; {@link #send} refuses by itself.
   */
  Optional<Answer.Refused> refusal(URI url);
}
