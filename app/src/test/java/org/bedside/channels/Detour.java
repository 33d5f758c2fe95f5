package org.bedside.channels;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;

/** The way to a server, on which requests and answers get lost as a test wants it. */
public final class Detour implements AutoCloseable {

  private static final int LONGEST_WAIT_SECONDS = 60;

  /** What happens to a request. */
  public enum Mishap {
    /** It never arrives. */
    LOST,
    /** It arrives, but its answer doesn't come back. */
    ANSWER_LOST,
    /** The caller is cut off, and it arrives only when the test says so. */
    LATE,
    /** A gateway on the way gives up, after it has passed it on. */
    GATEWAY_GIVES_UP,
    /** It waits on the way until the test lets it on. */
    WAITS_BEFORE,
    /** Its answer waits on the way until the test lets it on. */
    WAITS_AFTER
  }

  private final WebServer server;
  private final URI target;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Deque<Mishap>> mishaps = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
  private final Deque<Message> late = new ConcurrentLinkedDeque<>();
  private volatile CountDownLatch gate = new CountDownLatch(1);

  public Detour(URI target) throws IOException {
    this.target = target;
    this.server = new WebServer().on("/", this::pass);
  }

  public URI url() {
    return server.url("");
  }

  /** The next request whose path ends like this meets with that. */
  public void next(String path, Mishap mishap) {
    mishaps.computeIfAbsent(path, any -> new ConcurrentLinkedDeque<>()).add(mishap);
  }

  /** How many requests with such a path there were. */
  public int seen(String path) {
    return count(path).get();
  }

  /** How many answers came all the way back. */
  public int answered(String path) {
    return count(path + " answered").get();
  }

  private AtomicInteger count(String path) {
    return seen.computeIfAbsent(path, any -> new AtomicInteger());
  }

  /** Lets everything on that waits now, and forgets what was to go wrong. */
  public void openUp() {
    mishaps.clear();
    CountDownLatch old = gate;
    gate = new CountDownLatch(1);
    old.countDown();
  }

  /** Brings what is late; its answer reaches nobody. */
  public int arriveLate() throws IOException, InterruptedException {
    int many = 0;
    for (Message message = late.poll(); message != null; message = late.poll()) {
      send(message);
      many++;
    }
    return many;
  }

  @SuppressWarnings("ArrayRecordComponent") // passed on as it is
  private record Message(String method, String path, Map<String, String> headers, byte[] body) {}

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : List.of("Content-Type", "Authorization", "Idempotency-Key")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return headers;
  }

  private void pass(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    Message message =
        new Message(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers(exchange),
            exchange.getRequestBody().readAllBytes());
    Deque<Mishap> waiting = mishaps.get(name);
    Mishap mishap = waiting == null ? null : waiting.poll();
    count(name).incrementAndGet();
    try {
      meet(mishap, message, exchange);
      count(name + " answered").incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever closes an exchange without an answer cuts the line. */
  private void meet(@Nullable Mishap mishap, Message message, HttpExchange exchange)
      throws IOException, InterruptedException {
    switch (mishap) {
      case null -> answer(send(message), exchange);
      case LOST -> {}
      case LATE -> late.add(message);
      case ANSWER_LOST -> send(message);
      case GATEWAY_GIVES_UP -> {
        send(message);
        WebServer.send(exchange, 504, "text/plain", new byte[0]);
      }
      case WAITS_BEFORE -> {
        await();
        answer(send(message), exchange);
      }
      case WAITS_AFTER -> {
        HttpResponse<byte[]> answer = send(message);
        await();
        answer(answer, exchange);
      }
    }
  }

  private void await() throws InterruptedException {
    gate.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
  }

  private HttpResponse<byte[]> send(Message message) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(message.path()))
            .method(message.method(), HttpRequest.BodyPublishers.ofByteArray(message.body()));
    message.headers().forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void answer(HttpResponse<byte[]> answer, HttpExchange exchange)
      throws IOException {
    for (String name : List.of("Retry-After", "ratelimit-reset", "x-rate-limit-reset")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
    }
    WebServer.send(
        exchange,
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse("application/json"),
        answer.body());
  }

  @Override
  public void close() {
    gate.countDown();
    server.close();
    http.close();
  }
}
