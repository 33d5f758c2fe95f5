package org.bedside.understanding.watch;

import java.util.HashMap;
import java.util.Map;

/**
 * How likely a key occurs in a post: rough, for it decides only where a watch is filed, never
 * whether it matches.
 */
final class Rarity {

  private static final double PAIR = 0.1;

  private static final String OFTEN =
      """
      the a an and or of to in is it i you he she we they my me your our their his her this that
      for on with as at by be was were are am have has had not but so if from all just about up out
      no do did can will would get got what when who how s t m re ve ll d rt http https co amp
      """;

  private static final String COMMON =
      """
      st saint mt dr mr mrs ms md new north south east west hospital hospitals clinic clinics center
      centre centers medical medicine health healthcare care memorial regional general community
      county city university college children childrens surgery surgical family nurse nurses doctor
      doctors patient patients emergency system services service department valley park lake hill
      house home group institute foundation rehabilitation behavioral specialty women womens baptist
      methodist mercy good great love day today time people see back go going one more like now know
      think really very there here where been some them than then too us its after before first last
      night morning week year years tomorrow tonight may june july sunday monday tuesday wednesday
      thursday friday saturday january march april august september october november december john
      mary james david michael robert william
      """;

  private static final Map<String, Double> WORDS = words();

  private Rarity() {}

  private static Map<String, Double> words() {
    Map<String, Double> words = new HashMap<>();
    for (String word : COMMON.strip().split("\\s+")) {
      words.put(word, 0.01);
    }
    for (String word : OFTEN.strip().split("\\s+")) {
      words.put(word, 0.2);
    }
    return Map.copyOf(words);
  }

  /**
   * Roughly the share of posts that contain the key, 0 to 1.
   *
   * @param uses how many watches name it; a name shared by many is likelier a common one
   */
  static double of(String key, int uses) {
    return Math.min(1, likelihood(key) * (1 + Math.log(uses)));
  }

  /** The same for two keys side by side. */
  static double ofPair(double first, double second) {
    return Math.min(first, second) * PAIR;
  }

  /** Whether a folded word is one that people write all the time. */
  static boolean isCommon(String word) {
    return WORDS.containsKey(word);
  }

  private static double likelihood(String key) {
    char kind = key.charAt(0);
    if (kind == Keys.AUTHOR.charAt(0)) {
      return switch (key.charAt(1)) {
        case 'a' -> 0.001;
        case 's' -> 0.1;
        case 'l' -> 0.5;
        default -> 0.2;
      };
    }
    int star = key.indexOf('*');
    if (star >= 0) {
      return Math.max(0.0005, Math.pow(0.4, star));
    }
    if (kind == Keys.SIGN.charAt(0)) {
      return sign(key.codePointAt(1));
    }
    return WORDS.getOrDefault(key, key.length() < 3 ? 0.005 : 0.0001);
  }

  private static double sign(int codePoint) {
    if (".,;:!?'-\"()/&".indexOf(codePoint) >= 0) {
      return 0.4;
    }
    return codePoint < 128 ? 0.05 : 0.005;
  }
}
