package org.bedside.listening.meta;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Granted;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * Access by Facebook Login: what a person grants there is a token of their own for an hour or two.
 * It is exchanged for one of about 60 days, and that for the token of the Page, which ends only
 * with the person's leave to read data. An Instagram account is read with the token of its Page.
 */
final class Access {

  private static final String SCOPES =
      "pages_show_list,pages_read_engagement,pages_read_user_content,pages_manage_metadata";
  private static final String SCOPES_OF_INSTAGRAM =
      "pages_show_list,pages_read_engagement,instagram_basic,instagram_manage_comments";
  private static final int MOST_PAGES = 10;

  private final Outbound outbound;
  private final Account account;

  Access(Outbound outbound, Account account) {
    this.outbound = outbound;
    this.account = account;
  }

  /** People sign in at Facebook itself; where the Graph API is elsewhere, at the same place. */
  static Grant grant(Account account) {
    URI base = URI.create(account.base());
    boolean facebook = "graph.facebook.com".equalsIgnoreCase(base.getHost());
    String dialog = facebook ? account.base().replaceFirst("//graph\\.", "//www.") : account.base();
    return new Grant(
        URI.create(dialog + "/dialog/oauth"),
        URI.create(account.base() + "/oauth/access_token"),
        account.instagram() ? SCOPES_OF_INSTAGRAM : SCOPES,
        Map.of());
  }

  /** The token of the Page, for what a person granted. */
  Granted of(Credential granted) {
    String exchange =
        account.base()
            + "/oauth/access_token?grant_type=fb_exchange_token&client_id="
            + Graph.encoded(granted.get(Grant.CLIENT_ID))
            + "&client_secret="
            + Graph.encoded(granted.get(Grant.CLIENT_SECRET))
            + "&fb_exchange_token="
            + Graph.encoded(granted.get(Grant.ACCESS_TOKEN));
    return switch (new Graph(outbound, granted.get(Grant.ACCESS_TOKEN)).ask(exchange)) {
      case Asked.Not not -> new Granted.Useless(Graph.refused(not));
      case Asked.Got(Json json, _) -> {
        String longer = json.words(Grant.ACCESS_TOKEN);
        yield longer.isBlank() ? useless("meta.unreadable") : ofPage(granted, longer);
      }
    };
  }

  private Granted ofPage(Credential granted, String token) {
    Graph graph = new Graph(outbound, token);
    String after = "";
    for (int i = 0; i < MOST_PAGES; i++) {
      String url =
          account.base()
              + "/me/accounts?limit=100&fields=id,access_token,instagram_business_account"
              + (after.isEmpty() ? "" : "&after=" + Graph.encoded(after));
      switch (graph.ask(url)) {
        case Asked.Not not -> {
          return new Granted.Useless(Graph.refused(not));
        }
        case Asked.Got(Json json, _) -> {
          if (!json.at("data").isArray()) {
            return useless("meta.unreadable");
          }
          for (Json page : json.list("data")) {
            if (isOurs(page) && !page.words(Grant.ACCESS_TOKEN).isBlank()) {
              return new Granted.Usable(kept(granted, page.words(Grant.ACCESS_TOKEN)));
            }
          }
          after = json.at("paging", "cursors").words("after");
          if (after.isEmpty() || json.at("paging").string("next") == null) {
            return useless("meta.page-not-granted");
          }
        }
      }
    }
    return useless("meta.page-not-granted");
  }

  private boolean isOurs(Json page) {
    String id =
        account.instagram() ? page.at("instagram_business_account").words("id") : page.words("id");
    return id.equals(account.id());
  }

  private Granted useless(String code) {
    return new Granted.Useless(new Heard.Trouble(code, account.id(), null));
  }

  /** What was entered, with the token of the Page and its end. */
  private Credential kept(Credential granted, String token) {
    Map<String, String> values = new TreeMap<>(granted.values());
    values.keySet().retainAll(MetaConnector.NEEDED);
    values.put(Grant.ACCESS_TOKEN, token);
    Credential credential = Credential.of(values);
    Credential dated = dated(credential);
    return dated == null ? credential : dated;
  }

  /** The credential with the end that Meta states for the token, where that is another one. */
  @Nullable Credential dated(Credential credential) {
    String token = credential.get(Grant.ACCESS_TOKEN);
    boolean application = credential.has(Grant.CLIENT_ID) && credential.has(Grant.CLIENT_SECRET);
    String asking =
        application
            ? credential.get(Grant.CLIENT_ID) + "|" + credential.get(Grant.CLIENT_SECRET)
            : token;
    String url = account.base() + "/debug_token?input_token=" + Graph.encoded(token);
    if (!(new Graph(outbound, asking).ask(url) instanceof Asked.Got(Json json, _))) {
      return null;
    }
    Json data = json.at("data");
    Instant ends = earlier(data.epoch("expires_at"), data.epoch("data_access_expires_at"));
    return ends == null || Objects.equals(ends, credential.expiresAt())
        ? null
        : credential.until(ends);
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
