package org.bedside.listening.youtube;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks YouTube for comments, with a key of one's own. */
@Component
class YoutubeConnector implements Polling {

  static final String KEY = "key";
  static final String QUOTA = "quota";

  private static final Duration BACK = Duration.ofDays(30);
  private static final int PREVIEWED = 10;

  private final Outbound outbound;
  private final Clock clock;

  YoutubeConnector(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "youtube";
  }

  @Override
  public boolean accepts(URI address) {
    return Place.isYoutube(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT))
        && Place.of(address).isPresent();
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(URI.create("https://www.youtube.com"));
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.secret(KEY), Need.text(QUOTA).optional());
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Optional<Place> known = Place.of(address);
    if (known.isEmpty()) {
      return new Look.Nothing("youtube.none", String.valueOf(address.getHost()));
    }
    Place place = known.get();
    String title = place.name();
    if (place.kind() == Place.Kind.HANDLE) {
      String handle = Place.encoded(place.name());
      URI url = place.at("channels?part=snippet&forHandle=" + handle);
      switch (api(credential).ask(url, Duration.ofHours(1))) {
        case Api.No(Heard.Trouble trouble) -> {
          return new Look.Nothing(trouble.code(), trouble.detail());
        }
        case Api.Page(Json json) -> {
          String id =
              json.list("items").stream().map(item -> item.words("id")).findFirst().orElse("");
          if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            return new Look.Nothing("youtube.none", place.name());
          }
          place = new Place(place.api(), place.site(), Place.Kind.CHANNEL, id);
        }
      }
    }
    return switch (read(place, credential, null)) {
      case Heard.Posts posts -> {
        List<RawPost> newest = posts.posts().stream().limit(PREVIEWED).toList();
        yield new Look.Found(
            List.of(
                new Look.Candidate(
                    place.address(), title, "YouTube", newest, posts.posts().size())));
      }
      case Heard.Trouble trouble -> new Look.Nothing(trouble.code(), trouble.detail());
      case Heard.Unchanged _ -> new Look.Nothing("youtube.none", place.name());
    };
  }

  @Override
  public Heard listen(Target target) {
    return Place.of(target.url())
        .map(place -> read(place, target.credential(), target.cursor()))
        .orElseGet(
            () -> new Heard.Trouble("youtube.none", String.valueOf(target.url().getHost()), null));
  }

  private Heard read(Place place, @Nullable Credential credential, @Nullable String cursor) {
    if (credential == null || !credential.has(KEY)) {
      return new Heard.Trouble("youtube.key", "", null);
    }
    Cursor at = Cursor.read(cursor, clock.instant().minus(BACK), clock, quota(credential));
    return new Reading(api(credential), clock, place, at).read();
  }

  private Api api(@Nullable Credential credential) {
    return new Api(outbound, credential == null ? "" : credential.get(KEY).strip());
  }

  private static long quota(Credential credential) {
    String entered = credential.get(QUOTA).strip();
    return entered.matches("[0-9]{1,9}") ? Long.parseLong(entered) : Quota.USUAL;
  }
}
