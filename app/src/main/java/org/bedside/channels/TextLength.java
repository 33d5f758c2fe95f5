package org.bedside.channels;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts a text as its network does. */
record TextLength(Network network, NetworkRules.Counting counting, int linkLength) {

  private static final Pattern LINK =
      Pattern.compile("(?i)https?://[^\\s<>\"]*[^\\s<>\".,;:!?')\\]]");

  /**
   * X makes links of bare domains too; of those that people write here, these are most. What
   * follows an @ is mail or a name.
   */
  private static final Pattern LINK_OR_DOMAIN =
      Pattern.compile(
          LINK.pattern()
              + "|(?<![@\\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+"
              + "(?:com|org|net|edu|gov|info|io|health|care|clinic|hospital|us|uk|es|mx|eu|de|fr|ca)"
              + "(?![\\w@-])(?:/[^\\s<>\"]*[^\\s<>\".,;:!?')\\]])?");

  /** Mastodon doesn't count the server of somebody who is mentioned. */
  private static final Pattern FAR_MENTION =
      Pattern.compile("(?<!\\S)(@[\\w.]+)@[\\w.-]+\\w", Pattern.UNICODE_CHARACTER_CLASS);

  int of(String text) {
    String rest = network == Network.MASTODON ? FAR_MENTION.matcher(text).replaceAll("$1") : text;
    int links = 0;
    if (linkLength > 0) {
      Matcher link = (network == Network.X ? LINK_OR_DOMAIN : LINK).matcher(rest);
      StringBuilder without = new StringBuilder();
      while (link.find()) {
        links += linkLength;
        link.appendReplacement(without, "");
      }
      rest = link.appendTail(without).toString();
    }
    return links + plain(rest);
  }

  private int plain(String text) {
    return switch (counting) {
      case GRAPHEMES -> graphemes(text);
      case CODE_POINTS -> text.codePointCount(0, text.length());
      case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
      case WEIGHTED -> weighted(Normalizer.normalize(text, Normalizer.Form.NFC));
    };
  }

  private static int graphemes(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  private static int weighted(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int weight = 0;
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String one = text.substring(from, to);
      weight +=
          one.codePoints().anyMatch(TextLength::isPicture)
              ? 2
              : one.codePoints().map(TextLength::weight).sum();
      from = to;
    }
    return weight;
  }

  /** Digits are emoji too by the standard, as far as they can begin one. */
  private static boolean isPicture(int point) {
    return point > 0xFF
        && (Character.isEmojiPresentation(point)
            || Character.isExtendedPictographic(point)
            || point == 0xFE0F);
  }

  /** The ranges of the configuration that X publishes for its counting. */
  private static int weight(int point) {
    boolean light =
        point <= 4351
            || (point >= 8192 && point <= 8205)
            || (point >= 8208 && point <= 8223)
            || (point >= 8242 && point <= 8247);
    return light ? 1 : 2;
  }
}
