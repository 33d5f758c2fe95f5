package org.bedside.understanding.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that are common in a language. In a post of three words one of them says more than all
 * letters, and the more, the fewer languages share it. Immutable and thread-safe.
 */
final class CommonWords {

  private static final double ALONE = 160;
  private static final double[] SHARED = {1, 1, 0.62, 0.4, 0.25, 0.15};
  private static final double[] BY_LENGTH = {0, 0.35, 0.6, 0.85, 1};
  // People leave out the marks on letters, but then the word may be another.
  private static final double UNMARKED = 0.6;

  /** Which languages share a word, and whether it lost its marks. */
  private static final class Entry {
    private final int[] languages;
    private final double weight;

    Entry(int[] languages, double weight) {
      this.languages = languages;
      this.weight = weight;
    }
  }

  private final Map<String, Entry> words;

  private CommonWords(Map<String, Entry> words) {
    this.words = words;
  }

  /** Reads the list; languages that aren't among {@code codes} are left out. */
  static CommonWords load(List<String> codes) {
    var marked = new HashMap<String, Entry>();
    var unmarked = new HashMap<String, Entry>();
    for (String line : Lines.of("common-words.txt")) {
      String[] words = line.split(" ");
      int language = codes.indexOf(words[0]);
      for (int i = 1; i < words.length && language >= 0; i++) {
        add(marked, words[i], language, 1);
        add(unmarked, unmarked(words[i]), language, UNMARKED);
      }
    }
    unmarked.forEach(marked::putIfAbsent);
    return new CommonWords(Map.copyOf(marked));
  }

  private static void add(Map<String, Entry> words, String word, int language, double weight) {
    words.merge(
        word,
        new Entry(new int[] {language}, weight),
        (known, one) -> {
          for (int other : known.languages) {
            if (other == language) {
              return known;
            }
          }
          int[] languages = Arrays.copyOf(known.languages, known.languages.length + 1);
          languages[languages.length - 1] = language;
          return new Entry(languages, weight);
        });
  }

  private static String unmarked(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
    return word.codePointAt(0) < 0x250 ? apart.replaceAll("\\p{M}", "") : word;
  }

  /** Adds what a word says to the sums of all languages; gives whether it is known. */
  boolean addTo(String word, double[] sums) {
    Entry entry = words.get(word);
    if (entry == null) {
      return false;
    }
    int shared = Math.min(entry.languages.length, SHARED.length - 1);
    int length = Math.min(word.codePointCount(0, word.length()), BY_LENGTH.length - 1);
    for (int language : entry.languages) {
      sums[language] += ALONE * SHARED[shared] * BY_LENGTH[length] * entry.weight;
    }
    return true;
  }
}
