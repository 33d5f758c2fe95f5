package org.bedside.listening.bluesky;

import java.net.URI;
import java.time.Clock;
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
 * Listens to {@code com.atproto.sync.subscribeRepos}, the stream that every server of the AT
 * Protocol has: a relay's brings the whole network, a personal data server's its own accounts. That
 * a record is what its commit says is checked by its hash; signatures are not, we trust the server
 * that we are connected to.
 */
@Component
class Firehose implements Shareable {

  private static final String METHOD = "com.atproto.sync.subscribeRepos";
  private static final String PATH = "/xrpc/" + METHOD;
  private static final URI HOME = URI.create("https://relay1.us-east.bsky.network");

  private final Stream stream;
  private final Clock clock;

  Firehose(Outbound outbound, Clock clock) {
    this.stream = new Stream(outbound, clock);
    this.clock = clock;
  }

  @Override
  public String type() {
    return "bluesky-firehose";
  }

  @Override
  public boolean accepts(URI address) {
    return String.valueOf(address.getPath()).endsWith("/" + METHOD);
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(HOME);
  }

  @Override
  public long position(@Nullable String cursor) {
    return Position.read(cursor);
  }

  /** Its numbers are the server's own and without gaps: nothing before a cursor comes later. */
  @Override
  public long overlap() {
    return 0;
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
    return stream.follow(
        Stream.address(target.url(), PATH, known < 0 ? "" : "cursor=" + known),
        ears,
        target.cursor(),
        0,
        reader(target.url())::read);
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    return stream.look(
        Stream.address(address, PATH, ""), address, "subscribeRepos", reader(address)::read);
  }

  private FirehoseReader reader(URI address) {
    return new FirehoseReader(String.valueOf(address.getHost()), clock);
  }
}
