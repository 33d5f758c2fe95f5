package org.bedside.listening.imports;

import java.io.IOException;

/** An uploaded file is past the largest size taken. */
public final class FileTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  FileTooLargeException() {
    super("The file is larger than " + ImportFiles.LARGEST / 1024 / 1024 + " MB.");
  }
}
