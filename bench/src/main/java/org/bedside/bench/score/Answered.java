package org.bedside.bench.score;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Labelled texts with what was answered to each. All lists are equally long.
 *
 * @param texts what was judged
 * @param wanted what the labels say, as the metric reads it; only to be read by people where the
 *     answers hold all that the metric needs
 * @param answers what was answered, as the metric reads it
 */
public record Answered(
    List<String> texts, List<String> wanted, List<String> answers, Metric metric) {

  public Answered {
    texts = List.copyOf(texts);
    wanted = List.copyOf(wanted);
    answers = List.copyOf(answers);
    if (texts.size() != wanted.size() || texts.size() != answers.size()) {
      throw new IllegalArgumentException(
          texts.size() + " texts, " + wanted.size() + " labels, " + answers.size() + " answers");
    }
  }

  /** The same answers under another metric. */
  Answered by(Metric other) {
    return new Answered(texts, wanted, answers, other);
  }

  int size() {
    return texts.size();
  }

  /** The figure of these answers. */
  public ToDoubleFunction<int[]> figure() {
    return metric.of(wanted, answers);
  }

  /** The figure of other answers to the same texts. */
  ToDoubleFunction<int[]> figure(List<String> others) {
    return metric.of(wanted, others);
  }

  /** Every index once. */
  int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  /** Tells these texts with their labels from any others. */
  String fingerprint() {
    long hash = 1125899906842597L;
    for (List<String> of : List.of(texts, wanted)) {
      for (String one : of) {
        hash = 31 * hash + one.length();
        for (int i = 0; i < one.length(); i++) {
          hash = 31 * hash + one.charAt(i);
        }
      }
    }
    return Long.toHexString(hash);
  }
}
