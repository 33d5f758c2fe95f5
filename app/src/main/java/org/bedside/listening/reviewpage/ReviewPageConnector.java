package org.bedside.listening.reviewpage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Listens to a page of reviews. Older pages that it names as next are read once, one each time, and
 * again where everything on the first page is new.
 */
@Component
class ReviewPageConnector implements Polling {

  private static final String ACCEPT =
      "text/html, application/xhtml+xml, application/ld+json;q=0.9";
  private static final int PREVIEWED = 10;
  private static final int MOST_OLDER_PAGES = 20;
  private static final int MOST_PAGES_OF_A_GAP = 5;
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(10);

  private final Outbound outbound;
  private final Clock clock;
  private final Robots robots;

  ReviewPageConnector(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
    this.robots = new Robots(outbound, clock);
  }

  @Override
  public String type() {
    return "reviewpage";
  }

  @Override
  public boolean accepts(URI address) {
    return WebAddress.isWeb(address);
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    if (robots.ask(address) instanceof Robots.Word.No(String code, String detail, _)) {
      return new Look.Nothing(code, detail);
    }
    return switch (outbound.send(request(address))) {
      case Answer.Fetched fetched -> found(fetched);
      case Answer.NotModified _ -> new Look.Nothing("reviewpage.none", host(address));
      case Answer.Refused(String code, String detail) -> new Look.Nothing(code, detail);
      case Answer.Failed(String code, String detail, _, _) -> new Look.Nothing(code, detail);
    };
  }

  private Look found(Answer.Fetched fetched) {
    ReviewPage page = PageReader.read(fetched, clock.instant());
    if (page.reviews().isEmpty()) {
      return new Look.Nothing(nothing(page), host(fetched.url()));
    }
    List<RawPost> posts =
        page.reviews().stream()
            .limit(PREVIEWED)
            .map(review -> review.post(review.key(), fetched.url().toString()))
            .toList();
    return new Look.Found(
        List.of(
            new Look.Candidate(
                fetched.url(),
                page.name().isBlank() ? host(fetched.url()) : page.name(),
                format(page.average()),
                posts,
                page.reviews().size())));
  }

  private static String format(ReviewPage.@Nullable Average average) {
    return average == null
        ? "schema.org"
        : String.format(Locale.ROOT, "schema.org · ★ %.1f · %d", average.stars(), average.count());
  }

  private static String nothing(ReviewPage page) {
    return page.average() == null ? "reviewpage.none" : "reviewpage.only-average";
  }

  @Override
  public Heard listen(Target target) {
    Cursor cursor = Cursor.read(target.cursor());
    URI url = cursor.next().orElse(target.url());
    return switch (robots.ask(url)) {
      case Robots.Word.No _ when cursor.next().isPresent() ->
          enough(cursor).remarking(List.of(Remark.of("reviewpage.older-disallowed")));
      case Robots.Word.No(String code, String detail, Duration after) ->
          new Heard.Trouble(code, detail, after);
      case Robots.Word.Later(Duration rest) ->
          new Heard.Posts(List.of(), List.of(), cursor.write())
              .continuing(rest.plusMillis(1), null);
      case Robots.Word.Welcome _ ->
          cursor.next().isPresent() ? older(url, cursor) : first(url, cursor);
    };
  }

  private Heard first(URI url, Cursor cursor) {
    // What a missing review means is found out by reading once more, changed or not.
    Request request =
        cursor.known().undecided()
            ? request(url)
            : request(url).ifChangedSince(cursor.etag(), cursor.lastModified());
    return switch (outbound.send(request)) {
      case Answer.NotModified _ -> new Heard.Unchanged();
      case Answer.Refused(String code, String detail) -> new Heard.Trouble(code, detail, null);
      case Answer.Failed(String code, String detail, var after, _) ->
          new Heard.Trouble(code, detail, after);
      case Answer.Fetched fetched -> heard(fetched, cursor);
    };
  }

  private Heard heard(Answer.Fetched fetched, Cursor cursor) {
    ReviewPage page = PageReader.read(fetched, clock.instant());
    if (page.reviews().isEmpty()) {
      return new Heard.Trouble(nothing(page), host(fetched.url()), null);
    }
    Known.Compared compared = cursor.known().compare(page.reviews(), fetched.url().toString());
    boolean start = cursor.known().seen().isEmpty();
    int left = start ? MOST_OLDER_PAGES : compared.anyKnown() ? 0 : MOST_PAGES_OF_A_GAP;
    Cursor next =
        new Cursor(
            fetched.headers().first("etag"),
            fetched.headers().first("last-modified"),
            compared.next(),
            left > 0 ? page.next() : Optional.empty(),
            left);
    return posts(compared.posts(), compared.withdrawn(), next);
  }

  /** An older page brings what it has; it says nothing of what is gone. */
  private Heard older(URI url, Cursor cursor) {
    return switch (outbound.send(request(url))) {
      case Answer.Fetched fetched -> {
        ReviewPage page = PageReader.read(fetched, clock.instant());
        int left = page.reviews().isEmpty() ? 0 : cursor.left() - 1;
        Optional<URI> next = left > 0 ? page.next() : Optional.empty();
        List<RawPost> posts =
            page.reviews().stream()
                .map(review -> review.post(review.key(), fetched.url().toString()))
                .toList();
        boolean cut = left <= 0 && !page.reviews().isEmpty() && page.next().isPresent();
        Heard.Posts heard = posts(posts, List.of(), with(cursor, next, left));
        yield next.isPresent()
            ? heard
            : heard.remarking(cut ? List.of(Remark.of("reviewpage.older-more")) : List.of());
      }
      case Answer.Failed failed when failed.status() / 100 != 4 || failed.status() == 429 ->
          new Heard.Trouble(failed.code(), failed.detail(), failed.retryAfter());
      case Answer.Failed _, Answer.Refused _, Answer.NotModified _ -> enough(cursor);
    };
  }

  private static Heard.Posts enough(Cursor cursor) {
    return posts(List.of(), List.of(), with(cursor, Optional.empty(), 0));
  }

  private static Heard.Posts posts(List<RawPost> posts, List<String> withdrawn, Cursor cursor) {
    Heard.Posts heard = new Heard.Posts(posts, withdrawn, cursor.write());
    if (cursor.next().isEmpty()) {
      return heard;
    }
    Instant reached =
        posts.stream()
            .map(RawPost::publishedAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return heard.continuing(BETWEEN_PAGES, reached);
  }

  private static Cursor with(Cursor cursor, Optional<URI> next, int left) {
    return new Cursor(cursor.etag(), cursor.lastModified(), cursor.known(), next, left);
  }

  private static Request request(URI url) {
    return Request.get(url).with("Accept", ACCEPT);
  }

  private static String host(URI url) {
    return String.valueOf(url.getHost());
  }
}
