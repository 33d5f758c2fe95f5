package org.bedside.channels.sending;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.bedside.channels.Network;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens lines to networks. Thread-safe. */
@Component("sendingLines")
class Lines {

  private final Outbound outbound;
  private final Accounts accounts;
  private final Uploads uploads;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Lines(
      Outbound outbound,
      Accounts accounts,
      Uploads uploads,
      TransactionTemplate transactions,
      Clock clock) {
    this.outbound = outbound;
    this.accounts = accounts;
    this.uploads = uploads;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A line in the name of that account, for the current organization; null where its keys can't be
   * read any more.
   */
  @Nullable Line open(Account account, Instant until) {
    Keys keys = account.keys();
    if (keys == null) {
      return null;
    }
    URI server = account.server();
    return new Line(
        outbound,
        clock,
        account,
        keys,
        server == null ? home(account.network()) : server,
        until,
        renewed ->
            transactions.executeWithoutResult(
                status -> accounts.keep(account.channel(), renewed, clock.instant())),
        (picture, id, at) ->
            transactions.executeWithoutResult(status -> uploads.uploaded(picture, id, at)));
  }

  /**
   * A line with keys that are not the account's yet; what they are renewed to stays in the line.
   */
  Line trying(Account account, Keys keys, Instant until) {
    URI server = account.server();
    return new Line(
        outbound,
        clock,
        account,
        keys,
        server == null ? home(account.network()) : server,
        until,
        renewed -> {},
        (picture, id, at) -> {});
  }

  private static URI home(Network network) {
    return URI.create(
        switch (network) {
          case BLUESKY -> "https://bsky.social";
          // Mastodon has no home; a channel of it always names its server.
          case MASTODON -> "https://mastodon.invalid";
          case GOOGLE_BUSINESS -> "https://mybusiness.googleapis.com";
          case FACEBOOK, INSTAGRAM -> "https://graph.facebook.com";
          case YOUTUBE -> "https://www.googleapis.com";
          case REDDIT -> "https://oauth.reddit.com";
          case X -> "https://api.x.com";
        });
  }
}
