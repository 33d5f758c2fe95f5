package org.bedside.listening.google;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Asks Google for the reviews of one location of a Business Profile of one's own. */
@Component
class GoogleConnector implements Polling {

  private static final Grant GRANT =
      new Grant(
          URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
          URI.create("https://oauth2.googleapis.com/token"),
          "https://www.googleapis.com/auth/business.manage",
          Map.of("access_type", "offline", "prompt", "consent"));
  private static final Pattern LOCATION =
      Pattern.compile("^(/v4)?/(accounts/[\\w-]{1,64}/locations/[\\w-]{1,64})(?:/reviews)?/?$");
  private static final int PREVIEWED = 10;

  private final Outbound outbound;
  private final Tokens tokens;
  private final Clock clock;

  GoogleConnector(Outbound outbound, Tokens tokens, Clock clock) {
    this.outbound = outbound;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "google";
  }

  @Override
  public boolean accepts(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("mybusiness.googleapis.com") && location(address).isPresent();
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(URI.create("https://mybusiness.googleapis.com"));
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.text(Grant.CLIENT_ID), Need.secret(Grant.CLIENT_SECRET));
  }

  @Override
  public Optional<Grant> grant() {
    return Optional.of(GRANT);
  }

  private static Optional<URI> location(URI address) {
    Matcher path = LOCATION.matcher(String.valueOf(address.getRawPath()));
    return path.matches() ? Optional.of(address.resolve("/v4/" + path.group(2))) : Optional.empty();
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Optional<URI> location = location(address);
    if (location.isEmpty()) {
      return new Look.Nothing("google.address", "");
    }
    if (credential == null || !credential.has(Grant.ACCESS_TOKEN)) {
      // Access is granted once the source is there; until then nothing can be shown.
      return found(location.get(), List.of());
    }
    return switch (listen(new Target(location.get(), null, credential))) {
      case Heard.Posts posts -> found(location.get(), posts.posts());
      case Heard.Trouble(String code, String detail, _, _) -> new Look.Nothing(code, detail);
      case Heard.Unchanged _ -> found(location.get(), List.of());
    };
  }

  private static Look found(URI location, List<RawPost> posts) {
    String title = location.getPath().replaceFirst(".*/locations/", "Google ");
    return new Look.Found(
        List.of(
            new Look.Candidate(
                location,
                title,
                "Google Business Profile",
                posts.stream().limit(PREVIEWED).toList(),
                posts.size())));
  }

  @Override
  public Heard listen(Target target) {
    Optional<URI> location = location(target.url());
    if (location.isEmpty()) {
      return new Heard.Trouble("google.address", "", null);
    }
    return switch (tokens.fresh(target.credential(), GRANT)) {
      case Fresh.Worthless(Heard.Trouble trouble) -> trouble;
      case Fresh.Renewed renewed -> renewed.kept(target.cursor());
      case Fresh.Usable(Credential credential) ->
          new Walk(outbound, clock, location.get(), credential, Cursor.read(target.cursor()))
              .step();
    };
  }
}
