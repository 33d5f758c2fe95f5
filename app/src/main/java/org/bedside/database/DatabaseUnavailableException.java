package org.bedside.database;

import org.jspecify.annotations.Nullable;

/** There is no database to work with; the message says what to do. */
public final class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
