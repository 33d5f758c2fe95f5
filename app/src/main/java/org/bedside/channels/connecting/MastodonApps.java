package org.bedside.channels.connecting;

import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes us known to a Mastodon server, which knows its clients only when they come. */
@Component
class MastodonApps {

  private static final String NAME = "Bedside";

  private final Asking asking;

  MastodonApps(Asking asking) {
    this.asking = asking;
  }

  /** Either a client or why there is none. */
  sealed interface Registered {
    record As(Client client) implements Registered {}

    record Not(Trouble why) implements Registered {}
  }

  /** Registers a client for that redirect URI alone: {@code POST /api/v1/apps}. */
  Registered register(URI server, String redirect) {
    Map<String, String> form =
        Map.of(
            "client_name", NAME,
            "redirect_uris", redirect,
            "scopes", String.join(" ", AuthorizationServer.MASTODON_SCOPES));
    Told told = asking.form(URI.create(server + "/api/v1/apps"), Map.of(), form);
    return switch (told) {
      case Told.Json(JsonNode json) -> {
        Client client =
            new Client(
                json.path("client_id").asString(""), json.path("client_secret").asString(""));
        yield client.id().isBlank() || client.secret().isBlank()
            ? new Registered.Not(noMastodon(server))
            : new Registered.As(client);
      }
      case Told.Refusal refusal ->
          new Registered.Not(
              refusal.status() == 422 || refusal.status() == 429
                  ? Quote.of(refusal)
                  : noMastodon(server));
      case Told.Nothing(Trouble why) -> new Registered.Not(why);
    };
  }

  private static Trouble noMastodon(URI server) {
    return new Trouble("channels.connect.no-mastodon", Asking.host(server));
  }
}
