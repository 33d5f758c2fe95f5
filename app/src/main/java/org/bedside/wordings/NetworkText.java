package org.bedside.wordings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bedside.channels.Network;
import org.bedside.channels.NetworkRules;
import org.jspecify.annotations.Nullable;

/**
 * What a network takes, for whoever writes: how long a reply may be, counted as the network counts,
 * and whether it shows Markdown. The counting is that of {@link NetworkRules}. Pure, immutable,
 * safe for use by many threads; each call takes time linear in the text.
 *
 * @param id stable, such as {@code bluesky}; {@link #ANYWHERE} where the network isn't known
 * @param rules what it takes; null where the network isn't known
 */
public record NetworkText(String id, @Nullable NetworkRules rules) {

  public static final String ANYWHERE = "web";

  /** How a network counts a text, for the page that counts along. */
  public enum Unit {
    /** What a reader takes for one character. */
    GRAPHEMES,
    /** The same, with an address as 23 and a name at a server without that server. */
    GRAPHEMES_SHORT_LINKS,
    /** Latin and its like as one, everything else and an emoji as two, an address as 23. */
    WEIGHTED,
    CHARACTERS,
    BYTES
  }

  /** What keeps a text from being shown as it was written. */
  public enum Flaw {
    TOO_LONG,
    TOO_MANY_BYTES,
    MARKDOWN_SHOWN_AS_IT_IS
  }

  private static final int NO_LIMIT = 20_000;
  private static final NetworkText UNKNOWN = new NetworkText(ANYWHERE, null);
  private static final List<NetworkText> KNOWN =
      Stream.concat(
              Arrays.stream(Network.values())
                  .map(network -> of(NetworkRules.of(network)))
                  .sorted((one, other) -> one.id().compareTo(other.id())),
              Stream.of(UNKNOWN))
          .toList();

  private static final Pattern MARKDOWN =
      Pattern.compile(
          "\\*\\*[^*\\n]+\\*\\*|__[^_\\n]+__|(?<![\\w*])\\*[^*\\s][^*\\n]*\\*(?![\\w*])"
              + "|\\[[^\\]\\n]+]\\([^)\\n]+\\)|`[^`\\n]+`|(?m)^#{1,6}\\s|(?m)^>\\s|(?m)^[*+-]\\s");

  /** The networks whose rules are known, {@link #ANYWHERE} the last. */
  public static List<NetworkText> all() {
    return KNOWN;
  }

  /** The rules of that network; those of {@link #ANYWHERE} where it is none of the known ones. */
  public static NetworkText of(String id) {
    String plain = id.toLowerCase(Locale.ROOT);
    return KNOWN.stream().filter(one -> one.id().equals(plain)).findFirst().orElse(UNKNOWN);
  }

  /** These rules, such as those of an account with a length of its own. */
  public static NetworkText of(NetworkRules rules) {
    return new NetworkText(id(rules.network()), rules);
  }

  /** What the network is called here, and where sources and policies name it. */
  public static String id(Network network) {
    return switch (network) {
      case GOOGLE_BUSINESS -> "google";
      case BLUESKY, MASTODON, FACEBOOK, INSTAGRAM, YOUTUBE, REDDIT, X ->
          network.name().toLowerCase(Locale.ROOT);
    };
  }

  public Unit unit() {
    return rules == null
        ? Unit.CHARACTERS
        : switch (rules.counting()) {
          case GRAPHEMES -> rules.linkLength() > 0 ? Unit.GRAPHEMES_SHORT_LINKS : Unit.GRAPHEMES;
          case CODE_POINTS -> Unit.CHARACTERS;
          case BYTES -> Unit.BYTES;
          case WEIGHTED -> Unit.WEIGHTED;
        };
  }

  /** Whether the network shows one reply to a post only. */
  public boolean oneReply() {
    return rules != null && rules.oneReply();
  }

  /** The most units. */
  public int limit() {
    return rules == null ? NO_LIMIT : rules.most();
  }

  /** Whether its limit is one that a reply can come near to. */
  public boolean limited() {
    return limit() < NO_LIMIT;
  }

  /** How long {@code text} is for this network. */
  public int length(String text) {
    return rules == null ? text.codePointCount(0, text.length()) : rules.count(text);
  }

  /** Whether it takes the text whole. */
  public boolean fits(String text) {
    return rules == null ? length(text) <= NO_LIMIT : rules.fits(text);
  }

  /** What is wrong with {@code text} for this network; empty where nothing. */
  public List<Flaw> flaws(String text) {
    List<Flaw> flaws = new ArrayList<>();
    if (length(text) > limit()) {
      flaws.add(Flaw.TOO_LONG);
    } else if (!fits(text)) {
      flaws.add(Flaw.TOO_MANY_BYTES);
    }
    boolean markdown = rules != null && rules.formatting() == NetworkRules.Formatting.MARKDOWN;
    if (!markdown && MARKDOWN.matcher(text).find()) {
      flaws.add(Flaw.MARKDOWN_SHOWN_AS_IT_IS);
    }
    return List.copyOf(flaws);
  }
}
