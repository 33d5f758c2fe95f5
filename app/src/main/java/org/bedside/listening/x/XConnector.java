package org.bedside.listening.x;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Opening;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Follows the filtered stream of X. Its rules say what the organization watches for; an address
 * with a search says it instead.
 */
@Component
class XConnector implements Streaming {

  /** It sends an empty line every 20 seconds. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

  /** After so long without a message the stream is said to be quiet. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int PREVIEWED = 10;
  private static final Limits LIMITS =
      new Limits(
          Limits.DEFAULT.connect(), LONGEST_SILENCE, LONGEST_SILENCE, Limits.DEFAULT.bytes(), 0, 1);

  private final Outbound outbound;
  private final Clock clock;
  private final Duration patience;

  @Autowired
  XConnector(Outbound outbound, Clock clock) {
    this(outbound, clock, PATIENCE);
  }

  XConnector(Outbound outbound, Clock clock, Duration patience) {
    this.patience = patience;
    this.outbound = outbound;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "x";
  }

  @Override
  public boolean accepts(URI address) {
    return Api.isX(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(URI.create("https://x.com"));
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.secret(Api.TOKEN));
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Api api = new Api(outbound, clock, address, credential);
    List<String> searched = Wish.searched(address);
    if (!searched.isEmpty() && searched.getFirst().length() > Packing.LONGEST) {
      return new Look.Nothing("x.search-long", "");
    }
    String path =
        searched.isEmpty()
            ? "/2/tweets/search/stream/rules"
            : "/2/tweets/search/recent?max_results=10&"
                + Post.FIELDS
                + "&query="
                + Api.encoded(searched.getFirst());
    return switch (api.get(path)) {
      case Asked.Got(Json json, _) -> {
        List<RawPost> posts =
            searched.isEmpty()
                ? List.of()
                : Post.all(json, clock.instant()).stream()
                    .map(Post::post)
                    .limit(PREVIEWED)
                    .toList();
        String title = searched.isEmpty() ? "X" : "X · " + Wish.words(address);
        yield json.isObject()
            ? new Look.Found(List.of(new Look.Candidate(address, title, "X", posts, posts.size())))
            : new Look.Nothing(Api.UNREADABLE, "");
      }
      case Asked.Not not -> new Look.Nothing(not.trouble().code(), not.trouble().detail());
    };
  }

  @Override
  public Heard.Trouble follow(Target target, Ears ears) throws InterruptedException {
    Api api = new Api(outbound, clock, target.url(), target.credential());
    Wish wish = Wish.of(target);
    if (wish.wanted().rules().isEmpty()) {
      ears.remark(wish.wanted().remarks(List.of()));
      return new Heard.Trouble("x.no-watches", "", null);
    }
    List<String> left;
    switch (new Rules(api).become(wish.wanted().rules())) {
      case Rules.Became.Not(Heard.Trouble why) -> {
        return why;
      }
      case Rules.Became.Standing(List<String> without) -> left = without;
    }
    Opening opening = outbound.open(api.request(stream(target.cursor() != null)).with(LIMITS));
    if (opening instanceof Opening.Shut(Answer.Failed failed)
        && failed.status() == 400
        && target.cursor() != null) {
      // Only some plans send what was missed; the others are asked for it.
      opening = outbound.open(api.request(stream(false)).with(LIMITS));
    }
    return switch (opening) {
      case Opening.Shut(Answer answer) -> shut(api, answer);
      case Opening.Open(Wire wire, _) -> {
        try (wire) {
          yield new Following(api, clock, patience, target, ears, wish, left).until(wire);
        }
      }
    };
  }

  private static String stream(boolean missed) {
    return "/2/tweets/search/stream?" + Post.FIELDS + (missed ? "&backfill_minutes=5" : "");
  }

  private static Heard.Trouble shut(Api api, Answer answer) {
    return switch (answer) {
      case Answer.Refused(String code, String detail) -> new Heard.Trouble(code, detail, null);
      case Answer.Failed failed -> {
        Heard.Trouble trouble =
            new Heard.Trouble(failed.code(), failed.detail(), failed.retryAfter());
        Answer.Said said = failed.said();
        yield said == null ? trouble : api.allowance(said.headers()).in(trouble, said.status());
      }
      case Answer.Fetched _, Answer.NotModified _ -> Api.unreadable();
    };
  }
}
