package org.bedside.mail;

/**
 * The mail server that letters are given to.
 *
 * @param user empty where it asks for none
 * @param from the address that letters come from
 */
public record MailServer(
    String host, int port, String user, String password, String from, Encryption encryption) {

  /** How the way to the server is kept from being read. */
  public enum Encryption {
    /** Encrypted once connected, or not at all: without it no letter is sent. Mostly port 587. */
    STARTTLS,
    /** Encrypted from the first byte. Mostly port 465. */
    TLS,
    /** Readable on its way; for a server on this machine or in this house. */
    NONE
  }

  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + "]";
  }
}
