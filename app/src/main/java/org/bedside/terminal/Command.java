package org.bedside.terminal;

import java.io.IOException;

/** One command; its exit status is 0, or 1 where something of what was asked went wrong. */
interface Command {

  /**
   * Does it.
   *
   * @throws UsageException where it was asked for in a wrong way
   * @throws RefusedException where the server or the machine says no
   */
  int run(Options options, Console console)
      throws UsageException, RefusedException, IOException, InterruptedException;
}
