package org.bedside.bench.fuzz;

/** What must hold of every answer did not; the message is the same for the same fault. */
final class Violation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }
}
