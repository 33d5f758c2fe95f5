package org.bedside.channels.connecting;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.channels.Network;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What a person may answer for at Meta. Facebook Login gives a token of the person for an hour or
 * two; it is exchanged for one of about sixty days, and the pages that are listed with that have
 * tokens that don't end by themselves. An Instagram account is answered for with its page's token.
 */
@Component
class MetaPages {

  private static final int MOST_ASKED = 10;

  private final Asking asking;

  MetaPages(Asking asking) {
    this.asking = asking;
  }

  /** Either the pages or why there are none. */
  sealed interface Found {
    record Places(List<Attempt.Place> places) implements Found {}

    record Not(Trouble why) implements Found {}
  }

  /**
   * @param endpoint of tokens, below which the API lies
   * @param token of the person
   */
  Found of(URI endpoint, Attempt attempt, String token) {
    Map<String, String> query = new TreeMap<>();
    query.put("grant_type", "fb_exchange_token");
    query.put("client_id", attempt.client().id());
    query.put("client_secret", attempt.client().secret());
    query.put("fb_exchange_token", token);
    URI exchange = URI.create(endpoint + "?" + AuthorizationServer.written(query));
    return switch (asking.get(exchange, token)) {
      case Told.Json(JsonNode json) -> {
        String longer = json.path("access_token").stringValue("");
        yield longer.isBlank()
            ? new Found.Not(new Trouble("channels.connect.unreadable", ""))
            : listed(endpoint, attempt.wish().network() == Network.INSTAGRAM, longer);
      }
      case Told.Refusal refusal -> new Found.Not(Quote.of(refusal));
      case Told.Nothing(Trouble why) -> new Found.Not(why);
    };
  }

  private Found listed(URI endpoint, boolean instagram, String token) {
    List<Attempt.Place> places = new ArrayList<>();
    String after = "";
    for (int i = 0; i < MOST_ASKED; i++) {
      String path =
          "../me/accounts?limit=100&fields=id,name,access_token"
              + (instagram ? ",instagram_business_account%7Bid,username%7D" : "")
              + (after.isEmpty() ? "" : "&after=" + AuthorizationServer.encoded(after));
      switch (asking.get(endpoint.resolve(path), token)) {
        case Told.Json(JsonNode json) -> {
          json.path("data").forEach(page -> add(page, instagram, places));
          after = json.at("/paging/cursors/after").stringValue("");
          if (after.isEmpty() || !json.at("/paging/next").isString()) {
            return found(places);
          }
        }
        case Told.Refusal refusal -> {
          return new Found.Not(Quote.of(refusal));
        }
        case Told.Nothing(Trouble why) -> {
          return new Found.Not(why);
        }
      }
    }
    return found(places);
  }

  private static Found found(List<Attempt.Place> places) {
    return places.isEmpty()
        ? new Found.Not(new Trouble("channels.connect.no-pages", ""))
        : new Found.Places(places);
  }

  private static void add(JsonNode page, boolean instagram, List<Attempt.Place> places) {
    JsonNode account = instagram ? page.path("instagram_business_account") : page;
    String id = account.path("id").asString("");
    String token = page.path("access_token").stringValue("");
    if (!id.isBlank() && !token.isBlank()) {
      String title = Quote.shorten(page.path("name").stringValue(id));
      String handle = Quote.shorten(account.path("username").stringValue(""));
      places.add(
          new Attempt.Place(id, handle.isEmpty() ? title : "@" + handle + " · " + title, token));
    }
  }
}
