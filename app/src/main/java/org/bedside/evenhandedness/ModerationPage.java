package org.bedside.evenhandedness;

import org.bedside.identity.SignedIn;

/**
 * Whether the current organization shows the public how it treats reviews; at first it does not.
 */
public interface ModerationPage {

  /** Whether everybody may read the published reasons and the rates. */
  boolean isPublic();

  /** Opens or closes the page from now on; does nothing where it is so already. */
  void show(boolean open, SignedIn by);
}
