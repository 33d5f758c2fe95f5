package org.bedside.channels;

import java.nio.charset.StandardCharsets;

/**
 * What a reply on a network may be; for whoever writes one.
 *
 * @param most how long, counted by {@link #count}
 * @param mostBytes how many bytes of UTF-8 besides
 * @param counting what is counted
 * @param linkLength what a link counts however long it is; 0 where it counts as it is written
 * @param formatting whether marks in the text are turned into anything
 * @param attachments how many pictures may go with it; 0 where none can be sent
 * @param altText how long the description of a picture may be
 * @param editing whether its words can be changed afterwards
 */
public record NetworkRules(
    Network network,
    int most,
    int mostBytes,
    Counting counting,
    int linkLength,
    Formatting formatting,
    int attachments,
    int altText,
    Editing editing) {

  private static final int ANY_BYTES = Integer.MAX_VALUE;

  /** What the length of a text is counted in. */
  public enum Counting {
    /** What a reader takes for one character. */
    GRAPHEMES,
    /** Unicode code points. */
    CODE_POINTS,
    /** Bytes of UTF-8. */
    BYTES,
    /** As X weighs: Latin and some others one, everything else and every emoji two. */
    WEIGHTED
  }

  /** What becomes of marks in the text. */
  public enum Formatting {
    NONE,
    MARKDOWN
  }

  /** What becomes of a change. */
  public enum Editing {
    NONE,
    SHOWN,
    /** The change is kept, but not every application shows it. */
    NOT_SHOWN_EVERYWHERE
  }

  /** As the networks document them; a server of its own may say otherwise. */
  public static NetworkRules of(Network network) {
    return switch (network) {
      case BLUESKY ->
          new NetworkRules(
              network,
              300,
              3_000,
              Counting.GRAPHEMES,
              0,
              Formatting.NONE,
              4,
              2_000,
              Editing.NOT_SHOWN_EVERYWHERE);
      case MASTODON ->
          rules(network, 500, Counting.GRAPHEMES, 23, Editing.SHOWN).withPictures(4, 1_500);
      case GOOGLE_BUSINESS -> rules(network, 4096, Counting.BYTES, 0, Editing.SHOWN);
      case FACEBOOK -> rules(network, 8000, Counting.CODE_POINTS, 0, Editing.SHOWN);
      case INSTAGRAM -> rules(network, 300, Counting.CODE_POINTS, 0, Editing.NONE);
      case YOUTUBE -> rules(network, 10_000, Counting.CODE_POINTS, 0, Editing.SHOWN);
      case REDDIT ->
          new NetworkRules(
              network,
              10_000,
              ANY_BYTES,
              Counting.CODE_POINTS,
              0,
              Formatting.MARKDOWN,
              0,
              0,
              Editing.SHOWN);
      case X -> rules(network, 280, Counting.WEIGHTED, 23, Editing.NONE).withPictures(4, 1_000);
    };
  }

  private static NetworkRules rules(
      Network network, int most, Counting counting, int linkLength, Editing editing) {
    return new NetworkRules(
        network, most, ANY_BYTES, counting, linkLength, Formatting.NONE, 0, 0, editing);
  }

  private NetworkRules withPictures(int many, int words) {
    return new NetworkRules(
        network, most, mostBytes, counting, linkLength, formatting, many, words, editing);
  }

  /** The same with another length. */
  public NetworkRules withMost(int other) {
    return new NetworkRules(
        network, other, mostBytes, counting, linkLength, formatting, attachments, altText, editing);
  }

  /** How long the network takes this text to be. */
  public int count(String text) {
    return new TextLength(network, counting, linkLength).of(text);
  }

  public boolean fits(String text) {
    return count(text) <= most && fitsInBytes(text);
  }

  /** Whether it is few enough bytes, however long it is. */
  public boolean fitsInBytes(String text) {
    return mostBytes == ANY_BYTES || text.getBytes(StandardCharsets.UTF_8).length <= mostBytes;
  }

  /** Whether it shows one reply to a post, so that a second would take the place of the first. */
  public boolean oneReply() {
    return switch (network) {
      case GOOGLE_BUSINESS -> true;
      case BLUESKY, MASTODON, FACEBOOK, INSTAGRAM, YOUTUBE, REDDIT, X -> false;
    };
  }

  /** Whether its words can be changed afterwards. */
  public boolean mayBeEdited() {
    return editing != Editing.NONE;
  }
}
