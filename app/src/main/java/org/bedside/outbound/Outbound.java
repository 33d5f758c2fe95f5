package org.bedside.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks other servers over HTTP, guarded: no private addresses, no endless answers, no hurry.
 * Thread-safe; blocks the caller, so call it on a virtual thread.
 */
public interface Outbound {

  /**
   * Sends the request, follows its redirects, tries again where that is harmless. Never throws for
   * what the other side does.
   */
  Answer send(Request request);

  /**
   * Asks for an answer without an end and hands over its lines: server-sent events, JSON lines. The
   * read limit of the request is the longest silence between two bytes; redirects are followed,
   * nothing is tried again. Never throws for what the other side does.
   */
  Opening open(Request request);

  /**
   * Opens a WebSocket and hands over its messages, text as UTF-8.
   *
   * @param url with the scheme {@code ws} or {@code wss}
   */
  Opening socket(URI url, Map<String, String> headers);

  /** Connections for protocols other than HTTP, guarded alike and in the clear. */
  SocketFactory sockets();

  /**
   * As {@link #sockets}, encrypted once connected. Certificates are checked; that they belong to
   * the host is for the caller to ask for.
   */
  SSLSocketFactory encryptedSockets();

  /** Whether a connection was not made since the host leads into a private network. */
  static boolean isPrivateAddress(Throwable problem) {
    return problem instanceof GuardedResolver.PrivateAddressException;
  }

  /**
   * Why this address would not be asked, without asking it: its host is looked up and no more.
   * Empty where it would be, and where its host is unknown for now. To be told before an address is
   * kept; {@link #send} refuses by itself.
   */
  Optional<Answer.Refused> refusal(URI url);
}
