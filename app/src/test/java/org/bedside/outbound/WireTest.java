package org.bedside.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.FramedataImpl1;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers without an end. */
class WireTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private WebServer server;
  private Guarded guarded;

  @BeforeEach
  void start() throws IOException {
    server = new WebServer();
    guarded = Guarded.withLoopback();
  }

  @AfterEach
  void end() {
    guarded.close();
    server.close();
  }

  @Test
  void linesComeAsTheyAreSentWhateverEndsThemAndTheEndIsTold() throws InterruptedException {
    server.on(
        "/stream",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (String part : List.of("data: o", "ne\n\r\nda", "ta: dos\rtres\r", "\nlast")) {
              out.write(part.getBytes(UTF_8));
              out.flush();
            }
          }
        });
    try (Wire wire = opened(guarded.client().open(Request.get(server.url("/stream"))))) {
      assertThat(untilEnd(wire)).containsExactly("data: one", "", "data: dos", "tres", "last");
      assertThat(wire.next(LONG)).isEqualTo(new Signal.Ended("outbound.ended", "127.0.0.1"));
    }
  }

  @Test
  void aSlowReaderSlowsTheSenderAndLosesNothing() throws InterruptedException {
    AtomicInteger sent = new AtomicInteger();
    int lines = 60_000;
    String line = "x".repeat(1_000) + "\n";
    server.on(
        "/flood",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < lines; i++) {
              out.write(line.getBytes(UTF_8));
              sent.incrementAndGet();
            }
          }
        });
    try (Wire wire = opened(guarded.client().open(Request.get(server.url("/flood"))))) {
      int before = -1;
      while (before != sent.get()) {
        before = sent.get();
        assertThat(new CountDownLatch(1).await(400, java.util.concurrent.TimeUnit.MILLISECONDS))
            .isFalse();
      }
      assertThat(before).as("the sender waits for the reader").isLessThan(lines / 2);
      assertThat(untilEnd(wire)).hasSize(lines);
    }
  }

  @Test
  void aStreamInAPrivateNetworkAndARefusalAreNotOpened() {
    server.on("/no", exchange -> exchange.sendResponseHeaders(403, -1));
    try (Guarded strict = new Guarded(List.of(), Map.of(), Duration.ZERO)) {
      assertThat(shut(strict.client().open(Request.get(server.url("/no")))))
          .isEqualTo(new Answer.Refused("outbound.address-private", "127.0.0.1"));
      assertThat(shut(strict.client().socket(URI.create("ws://127.0.0.1:9/"), Map.of())))
          .isEqualTo(new Answer.Refused("outbound.address-private", "127.0.0.1"));
    }
    assertThat(shut(guarded.client().open(Request.get(server.url("/no")))))
        .isInstanceOfSatisfying(
            Answer.Failed.class, f -> assertThat(f.code()).isEqualTo("outbound.status-403"));
    assertThat(
            shut(
                guarded
                    .client()
                    .socket(
                        URI.create(server.url("/no").toString().replace("http", "ws")), Map.of())))
        .isInstanceOfSatisfying(
            Answer.Failed.class, f -> assertThat(f.code()).isEqualTo("outbound.status-403"));
  }

  @Test
  void aSocketBringsTextAndBytesInOrderAndTellsItsEnd() throws Exception {
    Sender sender = new Sender();
    sender.start();
    assertThat(sender.ready.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    try (Wire wire =
        opened(
            guarded
                .client()
                .socket(URI.create("ws://127.0.0.1:" + sender.getPort() + "/all"), Map.of()))) {
      assertThat(untilEnd(wire)).containsExactly("/all", "héllo", "bytes", "in píeces", "whole");
    } finally {
      sender.stop(1000);
    }
  }

  @Test
  void aTextThatBeginsWithinAnotherEndsTheSocketAndIsNotHandedOn() throws Exception {
    Sender sender = new Sender();
    sender.start();
    assertThat(sender.ready.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    try (Wire wire =
        opened(
            guarded
                .client()
                .socket(URI.create("ws://127.0.0.1:" + sender.getPort() + "/torn"), Map.of()))) {
      assertThat(untilEnd(wire)).endsWith("whole");
    } finally {
      sender.stop(1000);
    }
  }

  private static Wire opened(Opening opening) {
    assertThat(opening).isInstanceOf(Opening.Open.class);
    return ((Opening.Open) opening).wire();
  }

  private static Answer shut(Opening opening) {
    assertThat(opening).isInstanceOf(Opening.Shut.class);
    return ((Opening.Shut) opening).answer();
  }

  private static List<String> untilEnd(Wire wire) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    while (true) {
      switch (wire.next(LONG)) {
        case Signal.Message message -> lines.add(message.text());
        case Signal.Quiet _ -> throw new AssertionError("quiet after " + lines.size());
        case Signal.Ended _ -> {
          return lines;
        }
      }
    }
  }

  private static final class Sender extends WebSocketServer {

    private final CountDownLatch ready = new CountDownLatch(1);

    Sender() {
      super(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      setReuseAddr(true);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      socket.send(handshake.getResourceDescriptor());
      socket.send("héllo");
      socket.send(ByteBuffer.wrap("bytes".getBytes(UTF_8)));
      byte[] divided = "in píeces".getBytes(UTF_8);
      int within = 5;
      socket.sendFragmentedFrame(Opcode.TEXT, ByteBuffer.wrap(divided, 0, within), false);
      socket.sendPing();
      socket.sendFragmentedFrame(
          Opcode.TEXT, ByteBuffer.wrap(divided, within, divided.length - within), true);
      socket.send("whole");
      if (handshake.getResourceDescriptor().equals("/torn")) {
        socket.sendFragmentedFrame(Opcode.TEXT, ByteBuffer.wrap(divided, 0, 4), false);
        FramedataImpl1 begins = new TextFrame();
        begins.setPayload(ByteBuffer.wrap(divided));
        socket.sendFrame(begins);
        socket.send("never");
      }
      socket.close();
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onMessage(WebSocket socket, String message) {}

    @Override
    public void onError(WebSocket socket, Exception e) {}

    @Override
    public void onStart() {
      ready.countDown();
    }
  }
}
