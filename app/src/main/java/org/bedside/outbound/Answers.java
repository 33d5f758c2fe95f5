package org.bedside.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says what a reply, or the lack of one, means for whoever asked. Thread-safe. */
final class Answers {

  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  Attempt to(Exchange.Reply reply, URI url) {
    int status = reply.status();
    if (status == 304) {
      return Attempt.last(new Answer.NotModified(url, reply.headers()));
    }
    if (status / 100 == 2) {
      return Attempt.last(new Answer.Fetched(url, status, reply.headers(), reply.body()));
    }
    Duration after = RetryAfter.read(reply.headers().first("retry-after"), clock);
    String text = reply.body().text(StandardCharsets.UTF_8);
    Answer failed =
        new Answer.Failed(
            codeOf(status),
            Integer.toString(status),
            after,
            new Answer.Said(status, reply.headers(), text));
    return new Attempt(failed, PASSING.contains(status), after);
  }

  private static String codeOf(int status) {
    return switch (status) {
      case 401 -> "outbound.status-401";
      case 403 -> "outbound.status-403";
      case 404 -> "outbound.status-404";
      case 410 -> "outbound.status-410";
      case 429 -> "outbound.status-429";
      default -> status / 100 == 5 ? "outbound.status-5xx" : "outbound.status-other";
    };
  }

  static Attempt to(IOException e, URI url) {
    String host = Hops.host(url);
    return switch (e) {
      case Problem problem ->
          Attempt.last(
              new Answer.Failed(
                  problem.code(), problem.detail().isEmpty() ? host : problem.detail(), null));
      case GuardedResolver.PrivateAddressException _ ->
          Attempt.last(new Answer.Refused("outbound.address-private", host));
      case UnknownHostException _ -> Attempt.again("outbound.host-unknown", host);
      case SSLException _ -> Attempt.last(new Answer.Failed("outbound.certificate", host, null));
      case ConnectTimeoutException _ -> Attempt.again("outbound.connection", host);
      case ConnectException _ -> Attempt.again("outbound.connection", host);
      case SocketTimeoutException _ -> Attempt.again("outbound.too-slow", host);
      case NoHttpResponseException _ -> Attempt.again("outbound.broken", host);
      default -> Attempt.again("outbound.broken", host);
    };
  }
}
