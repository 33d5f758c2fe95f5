package org.bedside.targets;

import java.util.List;

/** The ways in that a rule can be about, by their stable names. */
public final class Networks {

  /** In the order of the list that a rule is made with. */
  public static final List<String> ALL =
      List.of(
          "google",
          "reviewpage",
          "meta",
          "x",
          "bluesky",
          "mastodon",
          "reddit",
          "youtube",
          "feed",
          "mail",
          "file",
          "api");

  private Networks() {}
}
