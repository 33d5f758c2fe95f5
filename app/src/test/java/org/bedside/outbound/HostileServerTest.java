package org.bedside.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that speak raw bytes and mean no good. */
class HostileServerTest {

  private static final Limits SHORT =
      Limits.DEFAULT.withTotal(Duration.ofSeconds(2)).withBytes(1024 * 1024).withAttempts(1);

  private final Guarded guarded = Guarded.withLoopback();

  @AfterEach
  void end() {
    guarded.close();
  }

  /** What a server does with its connection. */
  @FunctionalInterface
  private interface Behaviour {
    void with(Socket socket, OutputStream out) throws IOException, InterruptedException;
  }

  private Answer ask(Behaviour behaviour) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket socket = server.accept()) {
                      behaviour.with(socket, socket.getOutputStream());
                    } catch (IOException | InterruptedException e) {
                      never.countDown();
                    }
                  });
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/feed");
      Answer answer = guarded.client().send(Request.get(url).with(SHORT));
      thread.interrupt();
      thread.join();
      return answer;
    }
  }

  private static void drip(OutputStream out, String endless) throws IOException {
    while (!Thread.currentThread().isInterrupted()) {
      out.write(endless.getBytes(US_ASCII));
      out.flush();
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void aBodyThatDripsForEverEnds() throws Exception {
    Answer answer =
        ask(
            (socket, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".getBytes(US_ASCII));
              drip(out, "a");
            });

    OutboundTest.assertFailed(answer, "outbound.too-slow");
  }

  @Test
  void headersThatDripForEverEnd() throws Exception {
    Answer answer =
        ask(
            (socket, out) -> {
              out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(US_ASCII));
              drip(out, "a");
            });

    OutboundTest.assertFailed(answer, "outbound.too-slow");
  }

  @Test
  void aServerThatSaysNothingEnds() throws Exception {
    Answer answer = ask((socket, out) -> new CountDownLatch(1).await());

    OutboundTest.assertFailed(answer, "outbound.too-slow");
  }

  @Test
  void aBodyWithoutEndIsNotTaken() throws Exception {
    byte[] block = new byte[64 * 1024];
    Answer answer =
        ask(
            (socket, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
              while (true) {
                out.write(block);
              }
            });

    OutboundTest.assertFailed(answer, "outbound.too-large");
  }

  @Test
  void aBodyAnnouncedAsTooLargeIsNotEvenRead() throws Exception {
    Answer answer =
        ask(
            (socket, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n".getBytes(US_ASCII));
              out.flush();
              new CountDownLatch(1).await();
            });

    OutboundTest.assertFailed(answer, "outbound.too-large");
  }

  @Test
  void aGzipBombIsStoppedAtTheLimit() throws Exception {
    byte[] bomb = gzip(gzip(new byte[64 * 1024 * 1024]));
    assertThat(bomb.length).isLessThan(64 * 1024);

    Answer answer =
        ask(
            (socket, out) -> {
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: "
                          + bomb.length
                          + "\r\n\r\n")
                      .getBytes(US_ASCII));
              out.write(bomb);
              out.flush();
              new CountDownLatch(1).await();
            });

    OutboundTest.assertFailed(answer, "outbound.too-large");
  }

  @Test
  void anAnswerBrokenOffIsNotTakenForWhole() throws Exception {
    Answer answer =
        ask(
            (socket, out) ->
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes(US_ASCII)));

    OutboundTest.assertFailed(answer, "outbound.broken");
  }

  @Test
  void aServerThatSpeaksSomethingElseIsAFailure() throws Exception {
    Answer answer =
        ask((socket, out) -> out.write("220 mail ready\r\n\u0000\r\n".getBytes(US_ASCII)));

    assertThat(answer).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void noServerThereIsAFailure() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = free.getLocalPort();
    }

    OutboundTest.assertFailed(
        guarded.client().send(Request.get(URI.create("http://127.0.0.1:" + port + "/"))),
        "outbound.connection");
    OutboundTest.assertFailed(
        guarded.client().send(Request.get(URI.create("http://no-such-host.invalid/"))),
        "outbound.host-unknown");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
