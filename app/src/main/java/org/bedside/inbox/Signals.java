package org.bedside.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Weighs what a moderator should look at. Pure. */
public final class Signals {

  /** From this score on a case is in the queue: a single link is no reason. */
  public static final int WORTH_A_LOOK = 20;

  private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://|\\bwww\\.\\w");
  private static final int MOST_LINKS_COUNTED = 20;

  private Signals() {}

  /**
   * What is known of a case.
   *
   * @param words the watched words that match
   * @param offensive probability, 0 to 1
   * @param saying how many posts the case joins
   * @param others how many other posts the writer has at that source, 0 where nobody is named
   */
  public record Known(
      String text,
      List<String> words,
      double offensive,
      int saying,
      int others,
      int negative,
      int urgent) {}

  /** The signals of a case, the weightiest first. */
  public static List<Signal> of(Known known) {
    List<Signal> signals = new ArrayList<>();
    if (!known.words().isEmpty()) {
      int weight = Math.min(60, 30 + 10 * known.words().size());
      signals.add(new Signal(Signal.Kind.WATCHED_WORDS, weight, known.words()));
    }
    if (known.offensive() >= 0.5) {
      int percent = (int) Math.round(100 * known.offensive());
      signals.add(signal(Signal.Kind.OFFENSIVE, percent / 2, percent));
    }
    int links = (int) LINK.matcher(known.text()).results().limit(MOST_LINKS_COUNTED).count();
    if (links > 0) {
      signals.add(signal(Signal.Kind.LINKS, links == 1 ? 10 : 25, links));
    }
    if (known.saying() > 1) {
      int weight = Math.min(30, 10 * (known.saying() - 1));
      signals.add(signal(Signal.Kind.DUPLICATES, weight, known.saying()));
    }
    writer(known, signals);
    signals.sort((a, b) -> b.weight() - a.weight());
    return List.copyOf(signals);
  }

  private static void writer(Known known, List<Signal> signals) {
    boolean mostlyNegative = known.others() >= 3 && 5 * known.negative() >= 4 * known.others();
    int weight = (known.urgent() > 0 ? 10 : 0) + (mostlyNegative ? 20 : 0);
    if (weight > 0) {
      signals.add(
          signal(Signal.Kind.WRITER, weight, known.others(), known.negative(), known.urgent()));
    }
  }

  private static Signal signal(Signal.Kind kind, int weight, int... facts) {
    return new Signal(
        kind, weight, java.util.Arrays.stream(facts).mapToObj(Integer::toString).toList());
  }

  /** 0 to 100. */
  public static int score(List<Signal> signals) {
    return Math.min(100, signals.stream().mapToInt(Signal::weight).sum());
  }
}
