package org.bedside.listening.imports.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that can't be read as a table, or not from some row on. */
public final class UnreadableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;

  UnreadableFileException(String code, @Nullable Throwable cause) {
    super(code, cause);
    this.code = code;
  }

  /** Stable key of the sentence that says why. */
  public String code() {
    return code;
  }
}
