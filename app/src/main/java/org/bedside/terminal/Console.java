package org.bedside.terminal;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Where a command writes.
 *
 * @param out the answer, for programs
 * @param err all else, for people
 * @param terminal whether somebody looks at it
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

  private static final int WIDTH = 30;

  /** Draws a bar over the one before. */
  void bar(String what, long done, long all) {
    if (!terminal) {
      return;
    }
    int full = all <= 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / all);
    String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    err.print(String.format(Locale.ROOT, "\r%-10s %s %,d of %,d  ", what, bar, done, all));
    err.flush();
  }

  /** Leaves the bar as it is and goes to the next line. */
  void endBar() {
    if (terminal) {
      err.println();
    }
  }
}
