package org.bedside.cli;

/** A line that can't be answered; its message says why in plain words. */
final class BadLineException extends Exception {

  private static final long serialVersionUID = 1L;

  BadLineException(String message) {
    super(message);
  }
}
