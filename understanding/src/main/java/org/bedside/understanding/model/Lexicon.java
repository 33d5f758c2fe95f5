package org.bedside.understanding.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** How pleasant words are, and English glosses of words in other languages. */
public final class Lexicon {

  private final Map<String, Float> valences;
  private final Map<String, Map<String, String>> glosses;

  private Lexicon(Map<String, Float> valences, Map<String, Map<String, String>> glosses) {
    this.valences = Map.copyOf(valences);
    this.glosses = Map.copyOf(glosses);
  }

  /** Reads the lexicon from the library's resources. */
  public static Lexicon load() {
    var valences = new HashMap<String, Float>();
    for (String file : new String[] {"valence-en.tsv", "valence-emoji.tsv"}) {
      pairs(file).forEach((word, valence) -> valences.put(word, Float.parseFloat(valence)));
    }
    return new Lexicon(valences, Map.of("es", Map.copyOf(pairs("gloss-es.tsv"))));
  }

  private static Map<String, String> pairs(String file) {
    var pairs = new HashMap<String, String>();
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its resource " + file);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("# ")) {
          pairs.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  /** Gives -4 (very unpleasant) to 4 (very pleasant), 0 where the word is not known. */
  double valence(String word) {
    return valences.getOrDefault(word, 0f);
  }

  /** Gives the English word that models know for a word of {@code language}, or the word itself. */
  String gloss(String word, String language) {
    Map<String, String> known = glosses.get(language);
    if (known == null) {
      return word;
    }
    String gloss = known.get(word);
    if (gloss == null && word.endsWith("es") && word.length() > 4) {
      gloss = known.get(word.substring(0, word.length() - 2));
    }
    if (gloss == null && word.endsWith("s") && word.length() > 3) {
      gloss = known.get(word.substring(0, word.length() - 1));
    }
    if (gloss == null && word.length() > 3) {
      gloss = known.get(masculine(word));
    }
    return gloss == null ? word : gloss;
  }

  private static String masculine(String word) {
    String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return single.endsWith("a") ? single.substring(0, single.length() - 1) + "o" : single;
  }
}
