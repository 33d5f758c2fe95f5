package org.bedside.channels;

import java.util.List;
import java.util.Set;

/** What a person gives so that an account can be used. */
public enum Key {
  USER(false),
  APP_PASSWORD(true),
  ACCESS_TOKEN(true),
  REFRESH_TOKEN(true),
  CLIENT_ID(false),
  CLIENT_SECRET(true),
  /** Which part of the account: a location, a page. */
  PLACE(false);

  private static final Set<Key> OPTIONAL = Set.of(CLIENT_SECRET);

  private final boolean secret;

  Key(boolean secret) {
    this.secret = secret;
  }

  /** Whether it must not be shown while it is typed. */
  public boolean isSecret() {
    return secret;
  }

  /** Whether a channel of that network can do without it. */
  public boolean isOptionalFor(Network network) {
    return OPTIONAL.contains(this) && network == Network.X;
  }

  /** What that network wants to have. */
  public static List<Key> of(Network network) {
    return switch (network) {
      case BLUESKY -> List.of(USER, APP_PASSWORD);
      case MASTODON -> List.of(ACCESS_TOKEN);
      case GOOGLE_BUSINESS -> List.of(PLACE, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN);
      case FACEBOOK, INSTAGRAM -> List.of(PLACE, ACCESS_TOKEN);
      case YOUTUBE, REDDIT, X -> List.of(CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN);
    };
  }
}
