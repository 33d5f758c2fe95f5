package org.bedside.channels.connecting;

/** What came of exchanging a code. */
sealed interface Granted {

  /**
   * @param refresh empty where the network gives none
   * @param seconds how long the access token is good for; 0 where the network doesn't say
   */
  record Tokens(String access, String refresh, long seconds) implements Granted {
    @Override
    public String toString() {
      return "Tokens[]";
    }
  }

  record Not(Trouble why) implements Granted {}
}
