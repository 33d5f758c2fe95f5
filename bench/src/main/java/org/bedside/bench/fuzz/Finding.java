package org.bedside.bench.fuzz;

/**
 * A fault.
 *
 * @param fault what went wrong, the same words for the same fault
 */
record Finding(String target, String fault, Case input) {

  String key() {
    return target + ": " + fault;
  }

  /** Names an exception by its class and the first place of the project that it came through. */
  static String site(Throwable thrown) {
    if (thrown instanceof Violation) {
      return String.valueOf(thrown.getMessage());
    }
    for (StackTraceElement at : thrown.getStackTrace()) {
      if (at.getClassName().startsWith("org.bedside")) {
        return thrown.getClass().getSimpleName()
            + " at "
            + at.getClassName().replaceAll(".*\\.", "")
            + "."
            + at.getMethodName()
            + ":"
            + at.getLineNumber();
      }
    }
    return thrown.getClass().getSimpleName();
  }
}
