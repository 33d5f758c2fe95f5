package org.bedside.outbound;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Opens WebSockets, or says why one stays shut. Thread-safe. */
final class SocketOpening {

  private final GuardedResolver resolver;
  private final Answers answers;

  SocketOpening(GuardedResolver resolver, Answers answers) {
    this.resolver = resolver;
    this.answers = answers;
  }

  Opening open(URI url, Map<String, String> headers) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("ws") && !scheme.equals("wss")) {
      return new Opening.Shut(new Answer.Refused("outbound.scheme", scheme));
    }
    if (url.getHost() == null || url.getRawUserInfo() != null) {
      return new Opening.Shut(new Answer.Refused("outbound.address-invalid", ""));
    }
    Socket socket = new Socket(url, headers, resolver);
    try {
      if (socket.open()) {
        return new Opening.Open(socket.wire(), new ResponseHeaders(Map.of()));
      }
      socket.wire().close();
      return new Opening.Shut(declined(socket, url));
    } catch (InterruptedException e) {
      socket.wire().close();
      Thread.currentThread().interrupt();
      return new Opening.Shut(new Answer.Failed("outbound.interrupted", Hops.host(url), null));
    }
  }

  private Answer declined(Socket socket, URI url) {
    if (socket.status() > 0) {
      String wait = socket.retryAfter();
      ResponseHeaders said =
          new ResponseHeaders(wait == null ? Map.of() : Map.of("retry-after", wait));
      Exchange.Reply reply = new Exchange.Reply(socket.status(), said, new Body(new byte[0]));
      return answers.to(reply, url).answer();
    }
    Exception failure = socket.failure();
    return failure instanceof IOException problem
        ? Answers.to(problem, url).answer()
        : new Answer.Failed("outbound.connection", Hops.host(url), null);
  }
}
