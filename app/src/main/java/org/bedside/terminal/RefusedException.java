package org.bedside.terminal;

/** What was asked can't be done; the message says why and what to do. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedException(String sentence) {
    super(sentence);
  }
}
