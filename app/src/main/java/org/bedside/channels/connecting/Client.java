package org.bedside.channels.connecting;

/**
 * What we are known as where access is granted.
 *
 * @param secret empty for a public client
 */
public record Client(String id, String secret) {

  public static final Client NONE = new Client("", "");

  @Override
  public String toString() {
    return "Client[]";
  }
}
