package org.bedside.bench.score;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain vector space everybody starts from: words of two letters or more and their pairs,
 * sublinear counts, smoothed inverse document frequency, length one; as scikit-learn makes it.
 */
final class TfIdf {

  private static final Pattern WORD =
      Pattern.compile("\\b\\w\\w+\\b", Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<Double> rarities = new ArrayList<>();

  /** Learns which terms there are and how rare each is. */
  TfIdf(List<String> texts) {
    var seen = new TreeMap<String, Integer>();
    for (String text : texts) {
      new HashSet<>(terms(text)).forEach(term -> seen.merge(term, 1, Integer::sum));
    }
    seen.forEach(
        (term, count) -> {
          indexes.put(term, indexes.size() + 1);
          rarities.add(1 + Math.log((1.0 + texts.size()) / (1.0 + count)));
        });
  }

  /** How many terms there are; the index of the last. */
  int size() {
    return rarities.size();
  }

  /** Gives a text as a row for liblinear, with a constant one at the end. */
  Feature[] row(String text) {
    var values = new TreeMap<Integer, Double>();
    for (String term : terms(text)) {
      Integer index = indexes.get(term);
      if (index != null) {
        values.merge(index, 1.0, Double::sum);
      }
    }
    values.replaceAll((index, count) -> (1 + Math.log(count)) * rarities.get(index - 1));
    double length = Math.sqrt(values.values().stream().mapToDouble(v -> v * v).sum());
    var row = new ArrayList<Feature>();
    values.forEach((index, value) -> row.add(new FeatureNode(index, value / length)));
    row.add(new FeatureNode(size() + 1, 1));
    return row.toArray(Feature[]::new);
  }

  private static List<String> terms(String text) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    var terms = new ArrayList<>(words);
    for (int i = 1; i < words.size(); i++) {
      terms.add(words.get(i - 1) + " " + words.get(i));
    }
    return terms;
  }
}
