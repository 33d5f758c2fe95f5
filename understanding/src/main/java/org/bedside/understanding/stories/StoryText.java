package org.bedside.understanding.stories;

import java.util.Arrays;
import org.bedside.understanding.StoryPrint.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A text as a travelling text is recognised by. Immutable and thread-safe; made in time linear in
 * the text's length, compared in time linear in the two texts' words.
 */
public final class StoryText {

  private static final int SHINGLE = 3;
  private static final int KEY_SHINGLE = 4;
  private static final int KEY_WINDOW = 4;
  private static final int MOST_KEYS = 256;

  /** What people say of their own experience is alike until it is this long. */
  private static final int LONG_FOR_OPINIONS = 20;

  /** In a short text another number is other news: a toll, a waiting time. */
  private static final int LONG_FOR_NUMBERS = 40;

  // Chosen on the pairs of every other line of bench's pairs.tsv.
  private static final double NEARLY_ALL = 0.8;
  private static final double ALIKE = 0.42;
  private static final double MOST = 0.57;
  private static final double HALF = 0.5;
  private static final double A_GOOD_PART = 0.3;
  private static final int VERY_LONG_RUN = 12;
  private static final int LONG_RUN = 9;
  private static final int RUN = 7;
  private static final double ADDED_MUCH = 2;

  /** A headline: said word for word by two who both link to something. */
  private static final int HEADLINE = 5;

  /** A change of a source's own text; more than this beside its frame is another entry. */
  private static final int A_FEW = 3;

  private final long[] words;
  private final long[] numbers;
  private final boolean linked;
  private final long[] inOrder;
  private final long[] shingles;

  private StoryText(StoryWords.Cut cut) {
    words = cut.words;
    numbers = cut.numbers;
    linked = cut.linked;
    inOrder = StoryShingles.of(words, SHINGLE);
    shingles = StoryShingles.distinct(inOrder);
  }

  /** Reads {@code text}; any text gives an answer. */
  public static StoryText of(String text) {
    return new StoryText(StoryWords.of(text));
  }

  public int size() {
    return words.length;
  }

  /**
   * What to look candidates up by: the whole text as one number, then hashes of short runs of it.
   * Texts that share seven words in a row share a key, unless one has more than some 600 words.
   */
  public long[] keys() {
    if (words.length == 0) {
      return new long[0];
    }
    long whole = words.length;
    for (long word : words) {
      whole = StoryShingles.scramble(whole * 31 + word);
    }
    long[] runs =
        words.length < StoryShingles.SHORTEST
            ? new long[0]
            : StoryShingles.winnow(StoryShingles.of(words, KEY_SHINGLE), KEY_WINDOW);
    int kept = Math.min(runs.length, MOST_KEYS - 1);
    long[] keys = new long[kept + 1];
    keys[0] = whole;
    System.arraycopy(runs, 0, keys, 1, kept);
    return keys;
  }

  /**
   * How {@code other} is the same text as this one, or null where it is another.
   *
   * @param sameAuthor whether both are known to be of one hand
   * @param sameSource whether both came through one source, whose frame around its entries says
   *     nothing
   * @param opinions whether both tell of somebody's own experience, as reviews and surveys do
   */
  public @Nullable Kind compare(
      StoryText other, boolean sameAuthor, boolean sameSource, boolean opinions) {
    boolean equal = Arrays.equals(words, other.words);
    int least = Math.min(words.length, other.words.length);
    if (least < StoryShingles.SHORTEST) {
      boolean headline = least >= HEADLINE && linked && other.linked && !opinions;
      return equal && least > 0 && (sameAuthor || headline) ? Kind.EXACT : null;
    }
    if (opinions && !sameAuthor) {
      return equal && least >= LONG_FOR_OPINIONS ? Kind.EXACT : null;
    }
    if (equal) {
      return Kind.EXACT;
    }
    StoryText shorter = words.length <= other.words.length ? this : other;
    StoryText longer = shorter == this ? other : this;
    if (least < LONG_FOR_NUMBERS && !longer.tellsTheNumbersOf(shorter)) {
      return null;
    }
    return sameSource && differWithinTheirFrame(shorter, longer) ? null : compare(shorter, longer);
  }

  private static @Nullable Kind compare(StoryText shorter, StoryText longer) {
    int shared = StoryShingles.shared(shorter.shingles, longer.shingles);
    double contained = shared / (double) Math.min(shorter.shingles.length, longer.shingles.length);
    double alike = shared / (double) (shorter.shingles.length + longer.shingles.length - shared);
    if (contained >= NEARLY_ALL) {
      return longer.words.length > ADDED_MUCH * shorter.words.length
          ? Kind.QUOTED
          : Kind.SYNDICATED;
    }
    if (alike >= ALIKE) {
      return Kind.EDITED;
    }
    if (contained < A_GOOD_PART) {
      return null;
    }
    int run = longestRun(shorter, longer);
    if (contained >= HALF && run >= RUN && sameWords(shorter, longer) >= NEARLY_ALL) {
      return Kind.EDITED;
    }
    return run >= VERY_LONG_RUN || (contained >= MOST && run >= LONG_RUN) ? Kind.QUOTED : null;
  }

  /** How many of the words of one the other has too, 0 to 1, wherever they stand. */
  private static double sameWords(StoryText shorter, StoryText longer) {
    long[] one = StoryShingles.distinct(shorter.words);
    long[] other = StoryShingles.distinct(longer.words);
    return StoryShingles.shared(one, other) / (double) Math.min(one.length, other.length);
  }

  /**
   * Whether what is left of both without the words that they begin and end with in common are two
   * different texts.
   */
  private static boolean differWithinTheirFrame(StoryText shorter, StoryText longer) {
    int least = shorter.words.length;
    int before = 0;
    while (before < least && shorter.words[before] == longer.words[before]) {
      before++;
    }
    int after = 0;
    while (after < least - before
        && shorter.words[least - 1 - after] == longer.words[longer.words.length - 1 - after]) {
      after++;
    }
    int left = least - before - after;
    if (before + after < A_FEW || left <= Math.max(A_FEW, least / 10)) {
      return false;
    }
    long[] one = core(shorter, before, after);
    long[] other = core(longer, before, after);
    return StoryShingles.shared(one, other) < HALF * Math.min(one.length, other.length);
  }

  private static long[] core(StoryText text, int before, int after) {
    return StoryShingles.distinct(
        StoryShingles.of(
            Arrays.copyOfRange(text.words, before, text.words.length - after), SHINGLE));
  }

  private boolean tellsTheNumbersOf(StoryText other) {
    int shared = StoryShingles.shared(numbers, other.numbers);
    return shared == other.numbers.length
        && (words.length > other.words.length || shared == numbers.length);
  }

  /** The most words in a row of one whose every three in a row stand in the other too. */
  private static int longestRun(StoryText one, StoryText other) {
    return Math.max(runOf(one, other), runOf(other, one));
  }

  private static int runOf(StoryText one, StoryText other) {
    int longest = 0;
    int run = 0;
    for (long shingle : one.inOrder) {
      run = Arrays.binarySearch(other.shingles, shingle) >= 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest == 0 ? 0 : longest + SHINGLE - 1;
  }
}
