package org.bedside.assessment;

import org.jspecify.annotations.Nullable;

/** Another theme, of the organization or of the framework, is called so. */
public final class OwnThemeTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OwnThemeTakenException(@Nullable Throwable cause) {
    super("Another theme already has this name.", cause);
  }
}
