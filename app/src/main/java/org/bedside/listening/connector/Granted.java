package org.bedside.listening.connector;

/** What came of a grant. */
public sealed interface Granted {

  /**
   * The source can be asked.
   *
   * @param credential what it is asked with from now on, with its end where that is known
   */
  record Usable(Credential credential) implements Granted {}

  /** What was granted doesn't let us hear this source. */
  record Useless(Heard.Trouble trouble) implements Granted {}
}
