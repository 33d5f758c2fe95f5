package org.bedside.channels;

/** Where replies go out. */
public enum Network {
  BLUESKY,
  MASTODON,
  GOOGLE_BUSINESS,
  FACEBOOK,
  INSTAGRAM,
  YOUTUBE,
  REDDIT,
  X
}
