package org.bedside.listening.connector;

/** A user name and password for a source; never written into a log. */
public record Login(String user, String password) {

  @Override
  public String toString() {
    return "Login[…]";
  }
}
