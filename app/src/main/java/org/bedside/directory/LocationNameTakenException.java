package org.bedside.directory;

import org.jspecify.annotations.Nullable;

/** Another place in use has this name. */
public final class LocationNameTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LocationNameTakenException(@Nullable Throwable cause) {
    super("Another location already has this name. Choose one that tells them apart.", cause);
  }
}
