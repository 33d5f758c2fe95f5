package org.bedside.listening.x;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.bedside.outbound.Signal;
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

  private static final Duration RULES_EVERY = Duration.ofMinutes(1);
  private static final Duration ASK_EVERY = Duration.ofMinutes(15);
  private static final int BATCH = 100;
  private static final int PREVIEWED = 10;
  private static final Pattern SEARCH = Pattern.compile("(?:^|&)q=([^&]{1,400})");
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
    List<String> searched = searched(address);
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
        String title = searched.isEmpty() ? "X" : "X · " + words(address);
        yield json.isObject()
            ? new Look.Found(List.of(new Look.Candidate(address, title, "X", posts, posts.size())))
            : new Look.Nothing(Api.UNREADABLE, "");
      }
      case Asked.Not not -> new Look.Nothing(not.trouble().code(), not.trouble().detail());
    };
  }

  private static List<String> searched(URI address) {
    String words = words(address);
    return words.isBlank() ? List.of() : List.of("(" + words + ")" + Packing.NO_REPOSTS);
  }

  private static String words(URI address) {
    Matcher search = SEARCH.matcher(String.valueOf(address.getRawQuery()));
    return search.find() ? URLDecoder.decode(search.group(1), StandardCharsets.UTF_8) : "";
  }

  private static List<String> wanted(Target target) {
    List<String> searched = searched(target.url());
    return searched.isEmpty() ? Translation.rules(target.watched().get()) : searched;
  }

  @Override
  public Heard.Trouble follow(Target target, Ears ears) throws InterruptedException {
    Api api = new Api(outbound, clock, target.url(), target.credential());
    List<String> rules = wanted(target);
    if (rules.isEmpty()) {
      return new Heard.Trouble("x.no-watches", "", null);
    }
    Heard.Trouble why = new Rules(api).become(rules);
    if (why != null) {
      return why;
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
          yield new Following(api, target, ears, rules).until(wire);
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

  /** One connection. */
  private final class Following {

    private final Api api;
    private final Target target;
    private final Ears ears;
    private final CatchUp catchUp;
    private final Map<String, Post> waiting = new LinkedHashMap<>();
    private List<String> rules;
    private @Nullable String cursor;
    private Instant rulesAt;
    private Instant askAt;
    private Instant aliveAt = clock.instant();

    Following(Api api, Target target, Ears ears, List<String> rules) {
      this.api = api;
      this.target = target;
      this.ears = ears;
      this.rules = rules;
      this.catchUp = new CatchUp(api, clock, ears);
      this.cursor = target.cursor();
      this.rulesAt = clock.instant().plus(RULES_EVERY);
      this.askAt = clock.instant().plus(ASK_EVERY);
    }

    Heard.Trouble until(Wire wire) throws InterruptedException {
      cursor = catchUp.again(catchUp.missed(rules, cursor));
      while (true) {
        switch (wire.next(waiting.isEmpty() ? patience : Duration.ZERO)) {
          case Signal.Message message -> {
            line(message.text());
            if (waiting.size() >= BATCH) {
              hand();
            }
          }
          case Signal.Quiet _ -> {
            if (!waiting.isEmpty()) {
              hand();
              continue;
            }
            ears.quiet();
          }
          case Signal.Ended(String code, String detail) -> {
            hand();
            return new Heard.Trouble(code, detail, null);
          }
        }
        Heard.Trouble why = inStep();
        if (why != null) {
          return why;
        }
      }
    }

    private void line(String line) throws InterruptedException {
      if (waiting.isEmpty() && !clock.instant().isBefore(aliveAt.plus(patience))) {
        // Heartbeats may come so often that it is never quiet.
        aliveAt = clock.instant();
        ears.quiet();
      }
      Json.read(line)
          .flatMap(json -> Post.one(json, clock.instant()))
          .ifPresent(post -> waiting.put(post.first(), post));
    }

    private void hand() throws InterruptedException {
      if (waiting.isEmpty()) {
        return;
      }
      Place place = Place.read(cursor);
      waiting.values().forEach(place::take);
      String next = place.write();
      List<RawPost> posts = waiting.values().stream().map(Post::post).toList();
      ears.hear(new Heard.Posts(posts, List.of(), next));
      cursor = next;
      waiting.clear();
    }

    /** A watch that was changed is a rule that is changed, within a minute. */
    private Heard.@Nullable Trouble inStep() throws InterruptedException {
      Instant now = clock.instant();
      if (!now.isBefore(rulesAt)) {
        rulesAt = now.plus(RULES_EVERY);
        List<String> wanted = wanted(target);
        if (wanted.isEmpty()) {
          hand();
          return new Heard.Trouble("x.no-watches", "", null);
        }
        if (!wanted.equals(rules)) {
          Heard.Trouble why = new Rules(api).become(wanted);
          if (why != null) {
            hand();
            return why;
          }
          rules = wanted;
        }
      }
      if (!now.isBefore(askAt)) {
        askAt = now.plus(ASK_EVERY);
        hand();
        cursor = catchUp.again(catchUp.missing(rules, cursor));
      }
      return null;
    }
  }
}
