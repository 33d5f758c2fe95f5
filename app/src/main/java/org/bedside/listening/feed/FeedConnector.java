package org.bedside.listening.feed;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.LinkHeader;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.PushOffer;
import org.bedside.listening.connector.Pushable;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Listens to feeds; its cursor is the feed's validators. */
@Component
class FeedConnector implements Pushable {

  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, text/html;q=0.5, */*;q=0.1";

  private final Outbound outbound;
  private final Clock clock;

  FeedConnector(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "feed";
  }

  @Override
  public boolean accepts(URI address) {
    return true;
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    return new Finder(this).look(address, credential);
  }

  @Override
  public Heard listen(Target target) {
    Validators known = Validators.read(target.cursor());
    Request request =
        request(target.url(), target.credential())
            .ifChangedSince(known.etag(), known.lastModified());
    return switch (outbound.send(request)) {
      case Answer.NotModified _ -> new Heard.Unchanged();
      case Answer.Refused(String code, String detail) -> new Heard.Trouble(code, detail, null);
      case Answer.Failed(String code, String detail, var after, _) ->
          new Heard.Trouble(code, detail, after);
      case Answer.Fetched fetched -> heard(fetched);
    };
  }

  private Heard heard(Answer.Fetched fetched) {
    try {
      Feed feed = read(fetched);
      List<RawPost> posts = feed.posts();
      String cursor =
          new Validators(fetched.headers().first("etag"), fetched.headers().first("last-modified"))
              .write();
      return new Heard.Posts(posts, feed.withdrawn(), cursor)
          .offering(offer(fetched, feed))
          .wholeFrom(fetched.url());
    } catch (FeedUnreadableException e) {
      return new Heard.Trouble(e.code(), "", null);
    }
  }

  /** What the server says goes before what the feed says, WebSub section 4. */
  private static PushOffer offer(Answer.Fetched fetched, Feed feed) {
    LinkHeader links = LinkHeader.read(fetched.headers().first("link"), fetched.url());
    List<URI> hubs = links.of("hub").isEmpty() ? feed.hubs() : links.of("hub");
    URI own = feed.self() == null ? fetched.url() : feed.self();
    URI self = links.of("self").isEmpty() ? own : links.of("self").getFirst();
    return PushOffer.of(self, hubs, fetched.url());
  }

  @Override
  public Heard delivered(byte[] body, @Nullable Charset stated, URI base) {
    try {
      Feed feed = FeedReader.readWhole(body, stated, base, clock.instant());
      return new Heard.Posts(feed.posts(), feed.withdrawn(), null);
    } catch (FeedUnreadableException e) {
      return new Heard.Trouble(e.code(), "", null);
    }
  }

  Answer fetch(URI url, @Nullable Credential credential) {
    return outbound.send(request(url, credential));
  }

  Feed read(Answer.Fetched fetched) throws FeedUnreadableException {
    return FeedReader.read(
        fetched.body().bytes(), fetched.headers().charset(), fetched.url(), clock.instant());
  }

  private static Request request(URI url, @Nullable Credential credential) {
    Request request = Request.get(url).with("Accept", ACCEPT);
    return credential == null
        ? request
        : request.withBasic(credential.get(Credential.USER), credential.get(Credential.PASSWORD));
  }
}
