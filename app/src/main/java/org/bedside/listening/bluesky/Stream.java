package org.bedside.listening.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Opening;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Signal;
import org.bedside.outbound.Wire;
import org.jspecify.annotations.Nullable;

/** Opens the streams of the AT Protocol. */
final class Stream {

  private static final int MOST_SHOWN = 10;
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  private final Outbound outbound;
  private final Clock clock;

  Stream(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  /** The socket's address on the server of {@code entered}, whose own path counts if it has one. */
  static URI address(URI entered, String path, String query) {
    String scheme = String.valueOf(entered.getScheme()).toLowerCase(Locale.ROOT);
    String own = entered.getRawPath() == null ? "" : entered.getRawPath();
    boolean plain = scheme.equals("http") || scheme.equals("ws");
    return URI.create(
        (plain ? "ws" : "wss")
            + "://"
            + entered.getRawAuthority()
            + (own.isEmpty() || own.equals("/") ? path : own)
            + (query.isEmpty() ? "" : "?" + query));
  }

  /**
   * @param slack of {@link Following}; 0 where the server itself tells of gaps
   */
  Heard.Trouble follow(
      URI socket, Ears ears, @Nullable String cursor, long slack, Function<byte[], Frame> reader)
      throws InterruptedException {
    return switch (outbound.socket(socket, Map.of())) {
      case Opening.Shut(Answer answer) -> trouble(answer);
      case Opening.Open(Wire wire, _) -> {
        try (wire) {
          yield new Following(wire, ears, clock, cursor, slack, reader).follow();
        }
      }
    };
  }

  /** What goes by while we look for a few seconds. */
  Look look(URI socket, URI entered, String format, Function<byte[], Frame> reader) {
    return switch (outbound.socket(socket, Map.of())) {
      case Opening.Shut(Answer answer) -> {
        Heard.Trouble trouble = trouble(answer);
        yield new Look.Nothing(trouble.code(), trouble.detail());
      }
      case Opening.Open(Wire wire, _) -> {
        try (wire) {
          yield seen(wire, entered, format, reader);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          yield new Look.Nothing("outbound.interrupted", String.valueOf(entered.getHost()));
        }
      }
    };
  }

  private static Look seen(Wire wire, URI entered, String format, Function<byte[], Frame> reader)
      throws InterruptedException {
    Map<String, RawPost> posts = new LinkedHashMap<>();
    long end = System.nanoTime() + LONGEST_LOOK.toNanos();
    while (posts.size() < MOST_SHOWN && System.nanoTime() < end) {
      switch (wire.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
        case Signal.Message message -> {
          for (Event event : reader.apply(message.bytes()).events()) {
            if (event instanceof Event.Put(String key, RawPost post) && posts.size() < MOST_SHOWN) {
              posts.put(key, post);
            }
          }
        }
        case Signal.Quiet _ -> end = System.nanoTime();
        case Signal.Ended(String code, String detail) -> {
          if (posts.isEmpty()) {
            return new Look.Nothing(code, detail);
          }
          end = System.nanoTime();
        }
      }
    }
    return new Look.Found(
        List.of(
            new Look.Candidate(
                entered,
                String.valueOf(entered.getHost()),
                format,
                List.copyOf(posts.values()),
                posts.size())));
  }

  private static Heard.Trouble trouble(Answer answer) {
    return switch (answer) {
      case Answer.Refused(String code, String detail) -> new Heard.Trouble(code, detail, null);
      case Answer.Failed(String code, String detail, var after, _) ->
          new Heard.Trouble(code, detail, after);
      case Answer.Fetched _, Answer.NotModified _ ->
          new Heard.Trouble("outbound.status-other", "", null);
    };
  }
}
