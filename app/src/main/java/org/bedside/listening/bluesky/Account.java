package org.bedside.listening.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Listens to the notifications of an own account: replies, mentions, quotes. */
@Component
class Account implements Polling {

  private static final URI HOME = URI.create("https://bsky.social");
  private static final Set<String> REASONS = Set.of("mention", "reply", "quote");

  private final Asking asking;

  Account(Outbound outbound, Clock clock) {
    this.asking = new Asking(outbound, clock, new Notifications());
  }

  @Override
  public String type() {
    return "bluesky-account";
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
    return List.of(Need.text(Credential.USER), Need.secret(Credential.PASSWORD));
  }

  @Override
  public Heard listen(Target target) {
    return asking.listen(target);
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Target target = new Target(address, null, credential);
    return asking.look(target, target.get(Credential.USER));
  }

  private static final class Notifications implements Asking.Listing {

    @Override
    public String method() {
      return "app.bsky.notification.listNotifications";
    }

    @Override
    public String query(Target target, Walk walk) {
      return "limit=50&reasons=mention&reasons=reply&reasons=quote"
          + (walk.page() == null ? "" : "&cursor=" + Views.encoded(walk.page()));
    }

    @Override
    public Asking.@Nullable Page read(JsonNode body, Instant now) {
      JsonNode list = body.path("notifications");
      if (!list.isArray()) {
        return null;
      }
      Map<String, Instant> listed = new LinkedHashMap<>();
      for (JsonNode each : list) {
        String uri = Posts.text(each.path("uri"));
        Instant at = Syntax.time(Posts.text(each.path("indexedAt")));
        if (REASONS.contains(Posts.text(each.path("reason"))) && Syntax.isPost(uri)) {
          listed.put(uri, at == null || at.isAfter(now) ? now : at);
        }
      }
      String next = Posts.text(body.path("cursor"));
      return new Asking.Page(listed, Map.of(), next.isEmpty() ? null : next);
    }
  }
}
