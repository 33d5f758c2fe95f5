package org.bedside.listening.mastodon;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Look;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;

/** Finds the timelines at an address: of a hashtag, an account, a list, a whole server. */
final class Finder {

  private static final int PREVIEWED = 10;

  private final Outbound outbound;
  private final Clock clock;

  Finder(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  /**
   * An account as people write it.
   *
   * @param server where it is asked for
   * @param name with its own server, where that is another one
   */
  private record Account(URI server, String name) {}

  static boolean isAccount(URI address) {
    return account(address).isPresent();
  }

  /**
   * @param wanted which timelines are any use
   */
  Look look(URI address, @Nullable Credential credential, Predicate<Timeline> wanted) {
    Optional<Account> account = account(address);
    if (account.isPresent()) {
      return ofAccount(account.get(), credential, wanted);
    }
    List<Timeline> timelines = new ArrayList<>(Timeline.of(address).stream().toList());
    if (timelines.isEmpty() && WebAddress.isWeb(address) && Timeline.segments(address).isEmpty()) {
      URI server = URI.create(address.getScheme() + "://" + address.getRawAuthority());
      timelines.add(new Timeline(server, Timeline.Kind.PUBLIC, "", true));
      timelines.add(new Timeline(server, Timeline.Kind.PUBLIC, "", false));
    }
    Look look = new Look.Nothing("mastodon.none", host(address));
    List<Look.Candidate> found = new ArrayList<>();
    for (Timeline timeline : timelines.stream().filter(wanted).toList()) {
      Server server = new Server(outbound, clock, timeline.server(), credential);
      switch (server.page(timeline.page(PREVIEWED, ""))) {
        case Server.Statuses page -> found.add(candidate(timeline, timeline.title(), page));
        case Server.Refusal(Heard.Trouble trouble, int _) -> look = nothing(trouble, address);
      }
    }
    return found.isEmpty() ? look : new Look.Found(found);
  }

  private Look ofAccount(
      Account account, @Nullable Credential credential, Predicate<Timeline> wanted) {
    Server server = new Server(outbound, clock, account.server(), credential);
    URI lookup =
        account.server().resolve("/api/v1/accounts/lookup?acct=" + Server.encoded(account.name()));
    return switch (server.ask(lookup)) {
      case Asked.Got(Json json, _) -> {
        String id = json.words("id");
        Timeline timeline =
            new Timeline(account.server(), Timeline.Kind.ACCOUNT, Server.encoded(id), false);
        if (id.isBlank() || id.length() > 100 || !wanted.test(timeline)) {
          yield new Look.Nothing("mastodon.none", account.server().getRawAuthority());
        }
        yield switch (server.page(timeline.page(PREVIEWED, ""))) {
          case Server.Statuses page ->
              new Look.Found(List.of(candidate(timeline, "@" + account.name(), page)));
          case Server.Refusal(Heard.Trouble trouble, int _) -> nothing(trouble, account.server());
        };
      }
      case Asked.Not not -> nothing(not.trouble(), account.server());
    };
  }

  /** What is no answer of this API is not a broken server, but another kind of server. */
  private static Look.Nothing nothing(Heard.Trouble trouble, URI address) {
    boolean other =
        trouble.code().equals(Server.UNREADABLE) || trouble.code().equals("outbound.status-404");
    return other
        ? new Look.Nothing("mastodon.none", host(address))
        : new Look.Nothing(trouble.code(), trouble.detail());
  }

  private static Look.Candidate candidate(Timeline timeline, String title, Server.Statuses page) {
    List<RawPost> posts =
        page.statuses().stream().map(Status::post).filter(Objects::nonNull).toList();
    return new Look.Candidate(
        timeline.address(),
        title.length() > 200 ? title.substring(0, 200) : title,
        "Mastodon",
        posts.stream().limit(PREVIEWED).toList(),
        posts.size());
  }

  /** {@code @user@server}, or the page of an account. */
  private static Optional<Account> account(URI address) {
    String authority = address.getRawAuthority();
    if (address.getScheme() == null || authority == null) {
      return Optional.empty();
    }
    String[] parts = authority.split("@");
    if (parts.length == 3 && parts[0].isEmpty() && !parts[1].isEmpty() && !parts[2].isEmpty()) {
      return WebAddress.parse(address.getScheme() + "://" + parts[2])
          .filter(WebAddress::isWeb)
          .map(server -> new Account(server, parts[1]));
    }
    List<String> path = Timeline.segments(address);
    boolean page = path.size() == 1 && path.getFirst().startsWith("@");
    return page && WebAddress.isWeb(address)
        ? Optional.of(
            new Account(
                URI.create(address.getScheme() + "://" + authority), path.getFirst().substring(1)))
        : Optional.empty();
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost();
  }
}
