package org.bedside.listening.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks the network's own search, newest first. */
@Component
class Search implements Polling {

  static final String QUERY = "query";
  private static final URI HOME = URI.create("https://bsky.social");

  private final Asking asking;

  Search(Outbound outbound, Clock clock) {
    this.asking = new Asking(outbound, clock, new Results());
  }

  @Override
  public String type() {
    return "bluesky-search";
  }

  @Override
  public boolean accepts(URI address) {
    return false;
  }

  @Override
  public Optional<URI> home() {
    return Optional.of(HOME);
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.text(QUERY), Need.text(Credential.USER), Need.secret(Credential.PASSWORD));
  }

  @Override
  public Heard listen(Target target) {
    return target.get(QUERY).isBlank()
        ? new Heard.Trouble("bluesky.query-missing", "", null)
        : asking.listen(target);
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Target target = new Target(address, null, credential);
    return target.get(QUERY).isBlank()
        ? new Look.Nothing("bluesky.query-missing", "")
        : asking.look(target, target.get(QUERY));
  }

  private static final class Results implements Asking.Listing {

    @Override
    public String method() {
      return "app.bsky.feed.searchPosts";
    }

    @Override
    public String query(Target target, Walk walk) {
      return "sort=latest&limit=100&q="
          + Views.encoded(target.get(QUERY))
          + (walk.page() == null ? "" : "&cursor=" + Views.encoded(walk.page()));
    }

    @Override
    public Asking.@Nullable Page read(JsonNode body, Instant now) {
      JsonNode list = body.path("posts");
      if (!list.isArray()) {
        return null;
      }
      Views views = Views.read(list, now);
      Map<String, Instant> listed = new LinkedHashMap<>();
      for (JsonNode each : list) {
        String uri = Posts.text(each.path("uri"));
        Instant at = Syntax.time(Posts.text(each.path("indexedAt")));
        if (Syntax.isPost(uri)) {
          listed.put(uri, at == null || at.isAfter(now) ? now : at);
        }
      }
      String next = Posts.text(body.path("cursor"));
      return new Asking.Page(listed, views.posts(), next.isEmpty() ? null : next);
    }
  }
}
