package org.bedside.listening.reddit;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.listening.oauth.Fresh;
import org.bedside.listening.oauth.Tokens;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Reddit for communities and searches, in the name of an application of one's own. */
@Component
class RedditConnector implements Polling {

  private static final Duration BACK = Duration.ofDays(30);
  private static final int PREVIEWED = 10;

  private final Outbound outbound;
  private final Tokens tokens;
  private final Clock clock;

  RedditConnector(Outbound outbound, Tokens tokens, Clock clock) {
    this.outbound = outbound;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "reddit";
  }

  @Override
  public boolean accepts(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return Place.isReddit(host) && Place.of(address).isPresent();
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(URI.create("https://www.reddit.com"));
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.text(Grant.CLIENT_ID), Need.secret(Grant.CLIENT_SECRET));
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Optional<Place> place = Place.of(address);
    if (place.isEmpty()) {
      return new Look.Nothing("reddit.none", String.valueOf(address.getHost()));
    }
    Credential usable;
    switch (tokens.own(credential, place.get().token(), "")) {
      case Fresh.Worthless(Heard.Trouble trouble) -> {
        return new Look.Nothing(trouble.code(), trouble.detail());
      }
      case Fresh.Usable(Credential same) -> usable = same;
      case Fresh.Renewed(Credential renewed) -> usable = renewed;
    }
    return switch (reading(place.get(), usable, null)) {
      case Heard.Posts posts -> {
        List<RawPost> newest = posts.posts().stream().limit(PREVIEWED).toList();
        yield new Look.Found(
            List.of(
                new Look.Candidate(
                    place.get().address(address),
                    place.get().title(),
                    "Reddit",
                    newest,
                    posts.posts().size())));
      }
      case Heard.Trouble trouble -> new Look.Nothing(trouble.code(), trouble.detail());
      case Heard.Unchanged _ -> new Look.Nothing("reddit.none", "");
    };
  }

  @Override
  public Heard listen(Target target) {
    Optional<Place> place = Place.of(target.url());
    if (place.isEmpty()) {
      return new Heard.Trouble("reddit.none", String.valueOf(target.url().getHost()), null);
    }
    return switch (tokens.own(target.credential(), place.get().token(), "")) {
      case Fresh.Worthless(Heard.Trouble trouble) -> trouble;
      case Fresh.Renewed renewed -> renewed.kept(target.cursor());
      case Fresh.Usable(Credential credential) -> reading(place.get(), credential, target.cursor());
    };
  }

  private Heard reading(Place place, Credential credential, @Nullable String cursor) {
    Instant start = clock.instant().minus(BACK);
    return new Reading(outbound, clock, place, credential, Cursor.read(cursor, start)).read();
  }
}
