package org.bedside.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Follows redirects, each hop guarded anew, and tries again where that does no harm. */
final class GuardedOutbound implements Outbound, AutoCloseable {

  private static final Duration FIRST_WAIT = Duration.ofMillis(400);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final long MOST_BYTES_OF_A_SOCKET = 96L * 1024 * 1024;
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final GuardedResolver resolver;
  private final Exchange exchange;
  private final HostGates gates;
  private final Pauses pauses;
  private final Clock clock;
  private final RandomGenerator random;

  GuardedOutbound(
      GuardedResolver resolver,
      Exchange exchange,
      HostGates gates,
      Pauses pauses,
      Clock clock,
      RandomGenerator random) {
    this.resolver = resolver;
    this.exchange = exchange;
    this.gates = gates;
    this.pauses = pauses;
    this.clock = clock;
    this.random = random;
  }

  /**
   * @param passing whether the same request may well succeed a little later
   */
  private record Attempt(Answer answer, boolean passing, @Nullable Duration retryAfter) {
    static Attempt last(Answer answer) {
      return new Attempt(answer, false, null);
    }
  }

  @Override
  public Answer send(Request request) {
    Deadline deadline = Deadline.in(request.limits().total());
    try {
      for (int tries = 1; ; tries++) {
        Attempt attempt = follow(request, deadline);
        if (!attempt.passing()
            || !request.repeatable()
            || tries >= request.limits().attempts()
            || !waited(attempt, tries, deadline)) {
          return attempt.answer();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("outbound.interrupted", host(request.url()), null);
    }
  }

  @Override
  public SocketFactory sockets() {
    return guarded().plain();
  }

  @Override
  public SSLSocketFactory encryptedSockets() {
    return guarded();
  }

  private GuardedSockets guarded() {
    SSLSocketFactory standard = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new GuardedSockets(resolver.rules(), standard, MOST_BYTES_OF_A_SOCKET);
  }

  @Override
  public Optional<Answer.Refused> refusal(URI url) {
    Optional<Answer.Refused> written = unaskable(url);
    if (written.isPresent()) {
      return written;
    }
    try {
      resolver.resolve(url.getHost());
      return Optional.empty();
    } catch (GuardedResolver.PrivateAddressException e) {
      return Optional.of(new Answer.Refused("outbound.address-private", host(url)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @Override
  public Opening open(Request request) {
    Deadline deadline = Deadline.in(request.limits().connect().plus(request.limits().read()));
    URI url = request.url();
    Map<String, String> headers = new HashMap<>(request.headers());
    Set<URI> seen = new HashSet<>();
    try {
      for (int hops = 0; ; hops++) {
        Optional<Answer> refusal = refusal(url, hops, seen, request);
        if (refusal.isPresent()) {
          return new Opening.Shut(refusal.get());
        }
        Exchange.Flow flow = flowInTurn(request, url, headers, deadline);
        if (flow.status() / 100 == 2) {
          return new Opening.Open(exchange.lines(flow, host(url)), flow.headers());
        }
        flow.end().run();
        Optional<URI> next = next(flow, url);
        if (next.isEmpty()) {
          Body none = new Body(new byte[0]);
          Exchange.Reply reply = new Exchange.Reply(flow.status(), flow.headers(), none);
          return new Opening.Shut(answer(reply, url).answer());
        }
        if (!sameOrigin(url, next.get())) {
          headers.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
        }
        url = next.get();
      }
    } catch (IOException e) {
      return new Opening.Shut(failure(e, url).answer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Opening.Shut(new Answer.Failed("outbound.interrupted", host(url), null));
    }
  }

  private static Optional<URI> next(Exchange.Flow flow, URI url) {
    String location = flow.headers().first("location");
    return !isRedirect(flow.status()) || location == null
        ? Optional.empty()
        : WebAddress.resolve(url, location);
  }

  private Exchange.Flow flowInTurn(
      Request request, URI url, Map<String, String> headers, Deadline deadline)
      throws IOException, InterruptedException {
    try (HostGates.Turn turn = gates.enter(host(url), deadline)) {
      if (turn == null) {
        throw new Problem("outbound.busy", host(url));
      }
      return exchange.open(request, url, headers, deadline);
    }
  }

  @Override
  public Opening socket(URI url, Map<String, String> headers) {
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
      return new Opening.Shut(new Answer.Failed("outbound.interrupted", host(url), null));
    }
  }

  private Answer declined(Socket socket, URI url) {
    if (socket.status() > 0) {
      String wait = socket.retryAfter();
      ResponseHeaders said =
          new ResponseHeaders(wait == null ? Map.of() : Map.of("retry-after", wait));
      Exchange.Reply reply = new Exchange.Reply(socket.status(), said, new Body(new byte[0]));
      return answer(reply, url).answer();
    }
    Exception failure = socket.failure();
    return failure instanceof IOException problem
        ? failure(problem, url).answer()
        : new Answer.Failed("outbound.connection", host(url), null);
  }

  /** Exponential backoff with full jitter, or the time that the server asks for. */
  private boolean waited(Attempt attempt, int tries, Deadline deadline)
      throws InterruptedException {
    Duration asked = attempt.retryAfter();
    Duration wait =
        asked != null
            ? asked
            : Duration.ofMillis(random.nextLong(1, FIRST_WAIT.toMillis() << tries));
    if (wait.compareTo(LONGEST_WAIT) > 0 || wait.compareTo(deadline.left()) >= 0) {
      return false;
    }
    pauses.pause(wait);
    return true;
  }

  private Attempt follow(Request request, Deadline deadline) throws InterruptedException {
    URI url = request.url();
    Map<String, String> headers = new HashMap<>(request.headers());
    Set<URI> seen = new HashSet<>();
    for (int hops = 0; ; hops++) {
      Optional<Answer> refusal = refusal(url, hops, seen, request);
      if (refusal.isPresent()) {
        return Attempt.last(refusal.get());
      }
      Exchange.Reply reply;
      try {
        reply = inTurn(request, url, headers, deadline);
      } catch (IOException e) {
        return failure(e, url);
      }
      if (!isRedirect(reply.status())) {
        return answer(reply, url);
      }
      String location = reply.headers().first("location");
      Optional<URI> next = location == null ? Optional.empty() : WebAddress.resolve(url, location);
      if (next.isEmpty()) {
        return Attempt.last(new Answer.Failed("outbound.redirect-nowhere", host(url), null));
      }
      if (!sameOrigin(url, next.get())) {
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
      }
      url = next.get();
    }
  }

  private Exchange.Reply inTurn(
      Request request, URI url, Map<String, String> headers, Deadline deadline)
      throws IOException, InterruptedException {
    try (HostGates.Turn turn = gates.enter(host(url), deadline)) {
      if (turn == null) {
        throw new Problem("outbound.busy", host(url));
      }
      return exchange.ask(request, url, headers, deadline);
    }
  }

  private static Optional<Answer> refusal(URI url, int hops, Set<URI> seen, Request request) {
    Optional<Answer.Refused> unaskable = unaskable(url);
    if (unaskable.isPresent()) {
      return Optional.of(unaskable.get());
    }
    if (!seen.add(url)) {
      return Optional.of(new Answer.Failed("outbound.redirect-loop", host(url), null));
    }
    return hops > request.limits().redirects()
        ? Optional.of(new Answer.Failed("outbound.redirects-too-many", host(url), null))
        : Optional.empty();
  }

  /** What its spelling alone says against an address. */
  private static Optional<Answer.Refused> unaskable(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of(new Answer.Refused("outbound.scheme", scheme));
    }
    if (!WebAddress.isWeb(url)) {
      return Optional.of(new Answer.Refused("outbound.address-invalid", ""));
    }
    return url.getRawUserInfo() == null
        ? Optional.empty()
        : Optional.of(new Answer.Refused("outbound.address-with-password", host(url)));
  }

  private Attempt answer(Exchange.Reply reply, URI url) {
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

  private static Attempt failure(IOException e, URI url) {
    String host = host(url);
    return switch (e) {
      case Problem problem ->
          Attempt.last(
              new Answer.Failed(
                  problem.code(), problem.detail().isEmpty() ? host : problem.detail(), null));
      case GuardedResolver.PrivateAddressException _ ->
          Attempt.last(new Answer.Refused("outbound.address-private", host));
      case UnknownHostException _ -> again("outbound.host-unknown", host);
      case SSLException _ -> Attempt.last(new Answer.Failed("outbound.certificate", host, null));
      case ConnectTimeoutException _ -> again("outbound.connection", host);
      case ConnectException _ -> again("outbound.connection", host);
      case SocketTimeoutException _ -> again("outbound.too-slow", host);
      case NoHttpResponseException _ -> again("outbound.broken", host);
      default -> again("outbound.broken", host);
    };
  }

  private static Attempt again(String code, String host) {
    return new Attempt(new Answer.Failed(code, host, null), true, null);
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static boolean sameOrigin(URI a, URI b) {
    return host(a).equals(host(b))
        && String.valueOf(a.getScheme()).equalsIgnoreCase(String.valueOf(b.getScheme()))
        && a.getPort() == b.getPort();
  }

  private static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
