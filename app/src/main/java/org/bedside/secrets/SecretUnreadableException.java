package org.bedside.secrets;

import org.jspecify.annotations.Nullable;

/** A sealed value can't be opened with this installation's key. */
public final class SecretUnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecretUnreadableException(@Nullable Throwable cause) {
    super(
        "A stored secret can't be opened: the installation's key is not the one it was sealed with."
            + " Restore the key file or enter the secret again.",
        cause);
  }
}
