package org.bedside.understanding.identifiers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Lists of words. First names: births registered by the US Social Security Administration (public
 * domain) and the stdlib name lists (CC0). Surnames: US Census and Spanish lists as packaged by
 * zxcvbn-ts (MIT). Cities: places of US hospitals (US government open data). Countries: the JDK.
 */
public final class Gazetteer {

  private static final Gazetteer SHIPPED = new Gazetteer();

  private final Map<String, Integer> first = ranks("first-names.txt.gz");
  private final Map<String, Integer> last = ranks("surnames.txt.gz");
  private final Map<String, Integer> common = ranks("common-words.txt.gz");
  private final Set<String> cities = new HashSet<>(ranks("cities.txt.gz").keySet());
  private final Set<String> cityStarts = new HashSet<>();
  private final Set<String> countries = new HashSet<>();

  private Gazetteer() {
    for (String city : cities) {
      cityStarts.add(city.split(" ")[0]);
    }
    for (String code : Locale.getISOCountries()) {
      if (!code.equals("US")) {
        countries.add(fold(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)));
      }
    }
    countries.removeAll(Set.of("georgia", "jersey", "chad", "guam", "puerto rico"));
  }

  /** The lists that ship; immutable. */
  public static Gazetteer shipped() {
    return SHIPPED;
  }

  /** How common a first name is, 0 the most; -1 if it is on no list. */
  public int firstRank(String word) {
    return first.getOrDefault(word, -1);
  }

  int lastRank(String word) {
    return last.getOrDefault(word, -1);
  }

  /** How common an English word is, 0 the most; -1 if it is none of the common ones. */
  public int commonRank(String word) {
    return common.getOrDefault(word, -1);
  }

  /** Whether a folded word is a first name or a surname. */
  public boolean isName(String word) {
    return first.containsKey(word) || last.containsKey(word);
  }

  boolean city(String folded) {
    return cities.contains(folded);
  }

  boolean cityStart(String word) {
    return cityStarts.contains(word);
  }

  boolean country(String folded) {
    return countries.contains(folded);
  }

  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean ascii = lower.chars().allMatch(c -> c < 0x80);
    return ascii
        ? lower
        : java.text.Normalizer.normalize(lower, java.text.Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replace('’', '\'');
  }

  private static Map<String, Integer> ranks(String resource) {
    try (InputStream in = Gazetteer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      var lines =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
      var ranks = new HashMap<String, Integer>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ranks.put(line, ranks.size());
      }
      return ranks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
