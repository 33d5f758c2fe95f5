package org.bedside.listening.mastodon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bedside.listening.connector.Allowance;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Opening;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.bedside.outbound.Signal;
import org.bedside.outbound.WebAddress;
import org.bedside.outbound.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Follows the stream of a timeline as server-sent events (docs.joinmastodon.org/methods/streaming).
 * What came while it was not connected is asked for over the connection that polling uses, after
 * the stream is open, so that nothing falls between.
 */
@Component
class MastodonStream implements Streaming {

  /** A server says something at least every 15 seconds. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);

  /** After so long without a message the stream is said to be quiet. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A deletion that was told while nobody listened is found by asking. */
  private static final Duration ASK_EVERY = Duration.ofMinutes(15);

  private static final int BATCH = 100;
  private static final Limits LIMITS =
      new Limits(
          Limits.DEFAULT.connect(), LONGEST_SILENCE, LONGEST_SILENCE, Limits.DEFAULT.bytes(), 3, 1);

  private final Outbound outbound;
  private final Clock clock;
  private final Duration patience;
  private final Reader reader;
  private final Finder finder;

  @Autowired
  MastodonStream(Outbound outbound, Clock clock) {
    this(outbound, clock, PATIENCE);
  }

  MastodonStream(Outbound outbound, Clock clock, Duration patience) {
    this.patience = patience;
    this.outbound = outbound;
    this.clock = clock;
    this.reader = new Reader(outbound, clock);
    this.finder = new Finder(outbound, clock);
  }

  @Override
  public String type() {
    return "mastodon-stream";
  }

  /** Chosen by name: an address alone is asked, which needs no token. */
  @Override
  public boolean accepts(URI address) {
    return false;
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.secret(Server.TOKEN));
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    return finder.look(address, credential, timeline -> timeline.stream(timeline.server()) != null);
  }

  @Override
  public Heard.Trouble follow(Target target, Ears ears) throws InterruptedException {
    Optional<Timeline> known = Timeline.of(target.url());
    Timeline timeline = known.orElse(null);
    if (timeline == null) {
      return new Heard.Trouble("mastodon.none", String.valueOf(target.url().getHost()), null);
    }
    Server server = new Server(outbound, clock, timeline.server(), target.credential());
    URI url = timeline.stream(streaming(server, timeline));
    if (url == null) {
      return new Heard.Trouble("mastodon.no-stream", timeline.title(), null);
    }
    Request request =
        server.authorized(Request.get(url).with("Accept", "text/event-stream").with(LIMITS));
    return switch (outbound.open(request)) {
      case Opening.Shut(Answer answer) -> shut(answer);
      case Opening.Open(Wire wire, var headers) -> {
        try (wire) {
          yield headers.mediaType().equals("text/event-stream")
              ? new Listening(timeline, target, ears).until(wire)
              : new Heard.Trouble(Server.UNREADABLE, "", null);
        }
      }
    };
  }

  /** Large servers stream from a machine of its own, and say which. */
  private URI streaming(Server server, Timeline timeline) {
    URI here = timeline.server();
    if (!(server.ask(here.resolve("/api/v2/instance")) instanceof Asked.Got got)) {
      return here;
    }
    String said = got.json().at("configuration", "urls").words("streaming");
    return WebAddress.parse(said.replaceFirst("^ws", "http"))
        .filter(WebAddress::isWeb)
        .filter(url -> url.getRawUserInfo() == null)
        .filter(url -> !here.getScheme().equals("https") || url.getScheme().equals("https"))
        .orElse(here);
  }

  private Heard.Trouble shut(Answer answer) {
    return switch (answer) {
      case Answer.Refused(String code, String detail) -> new Heard.Trouble(code, detail, null);
      case Answer.Failed failed -> {
        Heard.Trouble trouble =
            new Heard.Trouble(failed.code(), failed.detail(), failed.retryAfter());
        Answer.Said said = failed.said();
        yield said == null
            ? trouble
            : Allowance.read(said.headers(), "x-ratelimit-", clock).in(trouble, said.status());
      }
      case Answer.Fetched _, Answer.NotModified _ -> new Heard.Trouble(Server.UNREADABLE, "", null);
    };
  }

  /** One connection. */
  private final class Listening {

    private final Timeline timeline;
    private final Target target;
    private final Ears ears;
    private @Nullable String cursor;
    private Instant askAt = clock.instant();
    private Instant aliveAt = clock.instant();

    Listening(Timeline timeline, Target target, Ears ears) {
      this.timeline = timeline;
      this.target = target;
      this.ears = ears;
      this.cursor = target.cursor();
    }

    Heard.Trouble until(Wire wire) throws InterruptedException {
      Heard.Trouble missed = ask();
      if (missed != null) {
        return missed;
      }
      Events events = new Events();
      Told told = new Told(timeline.server());
      while (true) {
        switch (wire.next(told.isEmpty() ? patience : Duration.ZERO)) {
          case Signal.Message message -> {
            events.line(message.text()).ifPresent(event -> told.add(event, clock.instant()));
            if (told.size() >= BATCH) {
              hand(told);
            } else if (told.isEmpty()) {
              alive();
            }
          }
          case Signal.Quiet _ -> {
            if (!told.isEmpty()) {
              hand(told);
              continue;
            }
            ears.quiet();
            if (!clock.instant().isBefore(askAt)) {
              Heard.Trouble trouble = ask();
              if (trouble != null) {
                return trouble;
              }
            }
          }
          case Signal.Ended(String code, String detail) -> {
            hand(told);
            return new Heard.Trouble(code, detail, null);
          }
        }
      }
    }

    /** Heartbeats may come so often that it is never quiet. */
    private void alive() throws InterruptedException {
      if (!clock.instant().isBefore(aliveAt.plus(patience))) {
        aliveAt = clock.instant();
        ears.quiet();
      }
    }

    private void hand(Told told) throws InterruptedException {
      if (!told.isEmpty()) {
        Heard.Posts posts = told.take(Place.read(cursor, clock.instant()));
        ears.hear(posts);
        cursor = posts.cursor();
      }
    }

    /** Asks for what the stream did not tell, until nothing more is waiting. */
    private Heard.@Nullable Trouble ask() throws InterruptedException {
      askAt = clock.instant().plus(ASK_EVERY);
      while (true) {
        Target now = new Target(target.url(), cursor, target.credential(), target.watched());
        switch (reader.read(now)) {
          case Heard.Trouble trouble -> {
            return trouble;
          }
          case Heard.Unchanged _ -> {
            return null;
          }
          case Heard.Posts posts -> {
            ears.hear(posts);
            cursor = posts.cursor();
            Duration again = posts.again();
            if (again == null) {
              return null;
            }
            if (!again.isZero()) {
              // The rest is fetched when the server lets us ask again; the stream goes on.
              askAt = clock.instant().plus(again);
              return null;
            }
          }
        }
      }
    }
  }
}
