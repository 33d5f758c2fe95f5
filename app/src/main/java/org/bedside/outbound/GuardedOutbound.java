package org.bedside.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Follows redirects, each hop guarded anew, and tries again where that does no harm. */
final class GuardedOutbound implements Outbound, AutoCloseable {

  private static final Duration FIRST_WAIT = Duration.ofMillis(400);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final long MOST_BYTES_OF_A_SOCKET = 96L * 1024 * 1024;

  private final GuardedResolver resolver;
  private final Exchange exchange;
  private final HostGates gates;
  private final Pauses pauses;
  private final Answers answers;
  private final SocketOpening socketOpening;
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
    this.answers = new Answers(clock);
    this.socketOpening = new SocketOpening(resolver, answers);
    this.random = random;
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
      return new Answer.Failed("outbound.interrupted", Hops.host(request.url()), null);
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
    Optional<Answer.Refused> written = Hops.unaskable(url);
    if (written.isPresent()) {
      return written;
    }
    try {
      resolver.resolve(url.getHost());
      return Optional.empty();
    } catch (GuardedResolver.PrivateAddressException e) {
      return Optional.of(new Answer.Refused("outbound.address-private", Hops.host(url)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @Override
  public Opening open(Request request) {
    Deadline deadline = Deadline.in(request.limits().connect().plus(request.limits().read()));
    Hops hops = new Hops(request);
    try {
      while (true) {
        Optional<Answer> refusal = hops.refusal();
        if (refusal.isPresent()) {
          return new Opening.Shut(refusal.get());
        }
        URI url = hops.url();
        Exchange.Flow flow =
            inTurn(url, deadline, () -> exchange.open(request, url, hops.headers(), deadline));
        if (flow.status() / 100 == 2) {
          return new Opening.Open(exchange.lines(flow, Hops.host(url)), flow.headers());
        }
        flow.end().run();
        if (!Hops.isRedirect(flow.status()) || !hops.goOn(flow.headers())) {
          Body none = new Body(new byte[0]);
          Exchange.Reply reply = new Exchange.Reply(flow.status(), flow.headers(), none);
          return new Opening.Shut(answers.to(reply, url).answer());
        }
      }
    } catch (IOException e) {
      return new Opening.Shut(Answers.to(e, hops.url()).answer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Opening.Shut(
          new Answer.Failed("outbound.interrupted", Hops.host(hops.url()), null));
    }
  }

  @Override
  public Opening socket(URI url, Map<String, String> headers) {
    return socketOpening.open(url, headers);
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
    Hops hops = new Hops(request);
    while (true) {
      Optional<Answer> refusal = hops.refusal();
      if (refusal.isPresent()) {
        return Attempt.last(refusal.get());
      }
      URI url = hops.url();
      Exchange.Reply reply;
      try {
        reply = inTurn(url, deadline, () -> exchange.ask(request, url, hops.headers(), deadline));
      } catch (IOException e) {
        return Answers.to(e, url);
      }
      if (!Hops.isRedirect(reply.status())) {
        return answers.to(reply, url);
      }
      if (!hops.goOn(reply.headers())) {
        return Attempt.last(new Answer.Failed("outbound.redirect-nowhere", Hops.host(url), null));
      }
    }
  }

  /** One exchange with a server. */
  private interface Asking<T> {
    T ask() throws IOException, InterruptedException;
  }

  private <T> T inTurn(URI url, Deadline deadline, Asking<T> asking)
      throws IOException, InterruptedException {
    try (HostGates.Turn turn = gates.enter(Hops.host(url), deadline)) {
      if (turn == null) {
        throw new Problem("outbound.busy", Hops.host(url));
      }
      return asking.ask();
    }
  }

  @Override
  public void close() {
    exchange.close();
  }
}
