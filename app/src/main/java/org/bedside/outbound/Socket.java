package org.bedside.outbound;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket (RFC 6455) to an address that the guard lets through. A reader that takes nothing
 * holds up the thread that reads the connection, and by that the sender.
 */
final class Socket extends WebSocketClient {

  private static final int LONGEST_MESSAGE = 8 * 1024 * 1024;
  private static final int CONNECT_MILLIS = 10_000;

  /** A connection that answers no ping for so long is dead. */
  private static final int LOST_SECONDS = 60;

  private final BoundedWire wire = new BoundedWire(this::leave);
  private volatile @Nullable Exception failure;
  private final Handshake draft;
  private volatile boolean opened;
  private volatile int status;

  Socket(URI url, Map<String, String> headers, GuardedResolver resolver) {
    this(url, headers, resolver, new Handshake(new AtomicReference<>("")));
  }

  private Socket(URI url, Map<String, String> headers, GuardedResolver resolver, Handshake draft) {
    super(url, draft, headers, CONNECT_MILLIS);
    this.draft = draft;
    setDnsResolver(address -> resolver.resolve(address.getHost())[0]);
    setConnectionLostTimeout(LOST_SECONDS);
    setTcpNoDelay(true);
  }

  /** Whether it is connected now; else {@link #failure} says why not. */
  boolean open() throws InterruptedException {
    // It may have been open and ended by now; what it brought is still to be read.
    connectBlocking(CONNECT_MILLIS * 2L, TimeUnit.MILLISECONDS);
    return opened;
  }

  Wire wire() {
    return wire;
  }

  @Nullable Exception failure() {
    return failure;
  }

  /** The status by which the server declined to become a socket, or 0. */
  int status() {
    return status;
  }

  /** How long the server that declined asked us to wait, as it wrote it; null where it did not. */
  @Nullable String retryAfter() {
    return draft.retryAfter();
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    opened = true;
  }

  @Override
  public void onMessage(String message) {
    bring(message.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void onMessage(ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.get(bytes);
    bring(bytes);
  }

  private void bring(byte[] bytes) {
    try {
      wire.bring(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    java.util.regex.Matcher declined =
        java.util.regex.Pattern.compile("status code received: (\\d{3})").matcher(reason);
    status = declined.find() ? Integer.parseInt(declined.group(1)) : 0;
    wire.end(remote ? "outbound.ended" : "outbound.broken", getURI().getHost());
  }

  @Override
  public void onError(Exception problem) {
    failure = problem;
  }

  private void leave() {
    close();
    closeConnection(1001, "");
  }

  /** RFC 6455, and what the server's answer says beside its status. */
  private static final class Handshake extends Draft_6455 {

    private static final String RETRY_AFTER = "retry-after:";
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final AtomicReference<String> answer;
    private boolean inPieces;

    Handshake(AtomicReference<String> answer) {
      super(List.of(new PerMessageDeflateExtension()), List.of(new Protocol("")), LONGEST_MESSAGE);
      this.answer = answer;
    }

    @Override
    public Draft copyInstance() {
      return new Handshake(answer);
    }

    /**
     * Hands a text on as the bytes that came; they have been found to be UTF-8, and whoever reads
     * them wants bytes.
     */
    @Override
    public void processFrame(WebSocketImpl connection, Framedata frame)
        throws InvalidDataException {
      if (frame.getOpcode() == Opcode.TEXT && frame.isFin() && !inPieces) {
        connection.getWebSocketListener().onWebsocketMessage(connection, frame.getPayloadData());
        return;
      }
      if (frame.getOpcode() == Opcode.TEXT
          || frame.getOpcode() == Opcode.BINARY
          || frame.getOpcode() == Opcode.CONTINUOUS) {
        inPieces = !frame.isFin();
      }
      super.processFrame(connection, frame);
    }

    @Override
    public Handshakedata translateHandshake(ByteBuffer bytes) throws InvalidHandshakeException {
      byte[] beginning = new byte[Math.min(bytes.remaining(), LONGEST_ANSWER)];
      bytes.duplicate().get(beginning);
      answer.set(new String(beginning, StandardCharsets.ISO_8859_1));
      return super.translateHandshake(bytes);
    }

    @Nullable String retryAfter() {
      return answer
          .get()
          .lines()
          .skip(1)
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(RETRY_AFTER))
          .map(line -> line.substring(RETRY_AFTER.length()).strip())
          .findFirst()
          .orElse(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
