package org.bedside.wordings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a network takes: how long a reply may be, counted as the network counts, and whether it
 * shows Markdown. Pure, immutable, safe for use by many threads; each call takes time linear in the
 * text.
 *
 * @param id stable, such as {@code bluesky}; {@link #ANYWHERE} where the network isn't known
 * @param unit how it counts
 * @param limit the most units
 * @param mostBytes the most bytes in UTF-8
 * @param markdown whether it shows Markdown as formatting
 */
public record NetworkText(String id, Unit unit, int limit, int mostBytes, boolean markdown) {

  public static final String ANYWHERE = "web";

  /** How a network counts a text. */
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
  private static final int LINK = 23;
  private static final Map<String, NetworkText> KNOWN = known();

  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final Pattern LINKS =
      Pattern.compile("(?i)https?://[^\\s<>\"]*[^\\s<>\".,;:!?')\\]]");
  // An address without its scheme counts as a link too; what follows an @ is mail or a name.
  private static final Pattern LINKS_AND_HOSTS =
      Pattern.compile(
          "(?i)https?://[^\\s<>\"]*[^\\s<>\".,;:!?')\\]]"
              + "|(?<![@\\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+"
              + "(?:com|org|net|edu|gov|info|io|health|care|clinic|hospital|us|uk|es|mx|eu|de|fr|ca)"
              + "(?![\\w@-])(?:/[^\\s<>\"]*[^\\s<>\".,;:!?')\\]])?");
  private static final Pattern NAME_AT_SERVER =
      Pattern.compile("(?<!\\S)(@[\\w.]+)@[\\w.-]+[\\w]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "\\*\\*[^*\\n]+\\*\\*|__[^_\\n]+__|(?<![\\w*])\\*[^*\\s][^*\\n]*\\*(?![\\w*])"
              + "|\\[[^\\]\\n]+]\\([^)\\n]+\\)|`[^`\\n]+`|(?m)^#{1,6}\\s|(?m)^>\\s|(?m)^[*+-]\\s");

  private static Map<String, NetworkText> known() {
    Map<String, NetworkText> known = new LinkedHashMap<>();
    for (NetworkText one :
        List.of(
            new NetworkText("bluesky", Unit.GRAPHEMES, 300, 3_000, false),
            new NetworkText("facebook", Unit.CHARACTERS, 8_000, Integer.MAX_VALUE, false),
            new NetworkText("google", Unit.BYTES, 4_096, 4_096, false),
            new NetworkText("instagram", Unit.CHARACTERS, 2_200, Integer.MAX_VALUE, false),
            new NetworkText("mastodon", Unit.GRAPHEMES_SHORT_LINKS, 500, Integer.MAX_VALUE, false),
            new NetworkText("reddit", Unit.CHARACTERS, 10_000, Integer.MAX_VALUE, true),
            new NetworkText("x", Unit.WEIGHTED, 280, Integer.MAX_VALUE, false),
            new NetworkText("youtube", Unit.CHARACTERS, 10_000, Integer.MAX_VALUE, false),
            new NetworkText(ANYWHERE, Unit.CHARACTERS, NO_LIMIT, Integer.MAX_VALUE, false))) {
      known.put(one.id(), one);
    }
    return known;
  }

  /** The networks whose rules are known, {@link #ANYWHERE} the last. */
  public static List<NetworkText> all() {
    return List.copyOf(KNOWN.values());
  }

  /** The rules of that network; those of {@link #ANYWHERE} where it is none of the known ones. */
  public static NetworkText of(String id) {
    NetworkText named = KNOWN.get(id.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    NetworkText anywhere = KNOWN.get(ANYWHERE);
    if (anywhere == null) {
      throw new IllegalStateException("no rules for an unknown network");
    }
    return anywhere;
  }

  /** Whether its limit is one that a reply can come near to. */
  public boolean limited() {
    return limit < NO_LIMIT;
  }

  /** How long {@code text} is for this network. */
  public int length(String text) {
    return switch (unit) {
      case GRAPHEMES -> graphemes(text);
      case GRAPHEMES_SHORT_LINKS -> graphemes(shortened(text));
      case WEIGHTED -> weighted(text);
      case CHARACTERS -> text.codePointCount(0, text.length());
      case BYTES -> bytes(text);
    };
  }

  /** Whether it takes the text whole. */
  public boolean fits(String text) {
    return length(text) <= limit && bytes(text) <= mostBytes;
  }

  /** What is wrong with {@code text} for this network; empty where nothing. */
  public List<Flaw> flaws(String text) {
    List<Flaw> flaws = new ArrayList<>();
    if (length(text) > limit) {
      flaws.add(Flaw.TOO_LONG);
    } else if (bytes(text) > mostBytes) {
      flaws.add(Flaw.TOO_MANY_BYTES);
    }
    if (!markdown && MARKDOWN.matcher(text).find()) {
      flaws.add(Flaw.MARKDOWN_SHOWN_AS_IT_IS);
    }
    return List.copyOf(flaws);
  }

  private static int graphemes(String text) {
    return (int) GRAPHEME.matcher(text).results().count();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String shortened(String text) {
    String links = LINKS.matcher(text).replaceAll("x".repeat(LINK));
    return NAME_AT_SERVER.matcher(links).replaceAll("$1");
  }

  private static int weighted(String text) {
    int links = (int) LINKS_AND_HOSTS.matcher(text).results().count();
    String words = LINKS_AND_HOSTS.matcher(text).replaceAll("");
    return links * LINK
        + GRAPHEME.matcher(words).results().mapToInt(found -> weight(found.group())).sum();
  }

  /** Two for an emoji, however many code points it is made of. */
  private static int weight(String grapheme) {
    boolean emoji = grapheme.codePoints().anyMatch(Character::isExtendedPictographic);
    return emoji || grapheme.codePoints().anyMatch(NetworkText::isFlag)
        ? 2
        : grapheme.codePoints().map(NetworkText::weight).sum();
  }

  private static boolean isFlag(int point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
  }

  private static int weight(int point) {
    return point <= 4351
            || (point >= 8192 && point <= 8205)
            || (point >= 8208 && point <= 8223)
            || (point >= 8242 && point <= 8247)
        ? 1
        : 2;
  }
}
