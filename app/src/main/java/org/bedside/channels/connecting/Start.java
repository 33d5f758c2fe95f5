package org.bedside.channels.connecting;

import java.net.URI;

/** What came of beginning. */
public sealed interface Start {

  /**
   * @param to where the person agrees
   * @param host as people know that place
   */
  record Away(URI to, String host) implements Start {}

  /** Nobody was sent anywhere. */
  record Not(Trouble why) implements Start {}
}
