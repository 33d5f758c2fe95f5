package org.bedside.terminal;

/** A command was asked for in a wrong way; the message says how in one sentence. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
