package org.bedside.channels.connecting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bedside.channels.Network;

/** Whoever lets people grant access to their accounts on pages of its own. */
public enum Grantor {
  MASTODON,
  GOOGLE,
  META,
  REDDIT,
  X;

  /** Who grants access to accounts there; empty where keys can only be pasted. */
  public static Optional<Grantor> of(Network network) {
    return switch (network) {
      case BLUESKY -> Optional.empty();
      case MASTODON -> Optional.of(MASTODON);
      case GOOGLE_BUSINESS, YOUTUBE -> Optional.of(GOOGLE);
      case FACEBOOK, INSTAGRAM -> Optional.of(META);
      case REDDIT -> Optional.of(REDDIT);
      case X -> Optional.of(X);
    };
  }

  /** That of this part of a redirect URI. */
  public static Optional<Grantor> at(String path) {
    return Arrays.stream(values()).filter(one -> one.path().equals(path)).findFirst();
  }

  /**
   * Its part of the redirect URI. Each has one of its own, so that what is granted by one is never
   * handed to another: RFC 9700 section 4.4.2.
   */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether an administrator makes a client there first; a Mastodon server makes one when asked.
   */
  public boolean wantsClient() {
    return this != MASTODON;
  }

  /** Whether a client there may have no secret. */
  public boolean takesPublicClients() {
    return this == X;
  }
}
