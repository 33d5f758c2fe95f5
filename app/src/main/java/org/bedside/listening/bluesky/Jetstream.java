package org.bedside.listening.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Shareable;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Listens to the posts of a whole network as Jetstream sends them: JSON, without the proofs of the
 * protocol's own stream. Its position is a time, and servers that share the work differ in it a
 * little, so that a reconnection asks for the last seconds again.
 */
@Component
class Jetstream implements Shareable {

  private static final URI HOME = URI.create("https://jetstream2.us-east.bsky.network");
  private static final String POSTS = "wantedCollections=app.bsky.feed.post";
  private static final long REWIND_MICROS = Duration.ofSeconds(5).toNanos() / 1000;

  /** Clocks of servers that share the work differ by seconds. */
  private static final long SLACK_MICROS = Duration.ofMinutes(1).toNanos() / 1000;

  private final Stream stream;
  private final Clock clock;

  Jetstream(Outbound outbound, Clock clock) {
    this.stream = new Stream(outbound, clock);
    this.clock = clock;
  }

  @Override
  public String type() {
    return "bluesky-jetstream";
  }

  @Override
  public boolean accepts(URI address) {
    return String.valueOf(address.getHost()).startsWith("jetstream")
        || String.valueOf(address.getPath()).endsWith("/subscribe");
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(HOME);
  }

  @Override
  public long position(@Nullable String cursor) {
    return Position.read(cursor);
  }

  @Override
  public long overlap() {
    return REWIND_MICROS;
  }

  @Override
  public @Nullable String carry(
      @Nullable String own, @Nullable String reached, boolean sinceItBegan) {
    return Position.carry(own, reached, sinceItBegan);
  }

  @Override
  public List<Remark> remarks(@Nullable String cursor) {
    return Gap.remarks(Position.gap(cursor), clock.instant());
  }

  @Override
  public Heard.Trouble follow(Target target, Ears ears) throws InterruptedException {
    long known = Position.read(target.cursor());
    String query = known < 0 ? POSTS : POSTS + "&cursor=" + Math.max(1, known - REWIND_MICROS);
    return stream.follow(
        Stream.address(target.url(), "/subscribe", query),
        ears,
        target.cursor(),
        SLACK_MICROS,
        new JetstreamReader(clock)::read);
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    return stream.look(
        Stream.address(address, "/subscribe", POSTS),
        address,
        "Jetstream",
        new JetstreamReader(clock)::read);
  }
}
