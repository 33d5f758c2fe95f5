package org.bedside.cli;

import tools.jackson.databind.node.ObjectNode;

/** Answers one line. Used by several threads at once. */
interface Answerer {

  /**
   * The answer to one line.
   *
   * @throws BadLineException where the line lacks something or has something of the wrong kind
   */
  ObjectNode answer(ObjectNode line) throws BadLineException;
}
