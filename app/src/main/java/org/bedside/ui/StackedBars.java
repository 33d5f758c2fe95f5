package org.bedside.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars that stand on each other, one stack a step of time: its geometry in a drawing of 100 units
 * height and 10 units a step, which the page stretches.
 *
 * @param series names and fills of the parts, from the bottom up
 * @param stacks the steps, in order; each has one value for each of the series
 */
public record StackedBars(List<Series> series, List<Stack> stacks) {

  private static final int MOST_NAMED = 14;

  /**
   * @param fill one of {@code glad}, {@code even}, {@code sad}, {@code plain}
   */
  public record Series(String name, String fill) {}

  /**
   * @param label the step: "26 Oct"
   * @param href address of its posts
   * @param words all of it in a sentence, read aloud and shown on hover
   */
  public record Stack(String label, String href, String words, List<Long> values) {

    long total() {
      return values.stream().mapToLong(Long::longValue).sum();
    }
  }

  /** One rectangle of a stack. */
  public record Part(String fill, String y, String height) {}

  /** The top of the scale: the total of the highest stack, rounded up to a plain number. */
  public long top() {
    long highest = stacks.stream().mapToLong(Stack::total).max().orElse(0);
    long unit = 1;
    while (unit * 10 <= highest) {
      unit *= 10;
    }
    for (long top : new long[] {unit, unit * 2, unit * 3, unit * 4, unit * 5, unit * 8}) {
      if (top >= Math.max(1, highest)) {
        return top;
      }
    }
    return unit * 10;
  }

  /** Where the scale has lines, from the top down to 0. */
  public List<Long> ticks() {
    long top = top();
    long steps = top % 4 == 0 ? 4 : top % 3 == 0 ? 3 : top % 5 == 0 ? 5 : top % 2 == 0 ? 2 : 1;
    List<Long> ticks = new ArrayList<>();
    for (long step = steps; step >= 0; step--) {
      ticks.add(top * step / steps);
    }
    return List.copyOf(ticks);
  }

  /** Height of a value's line from the top of the drawing. */
  public String level(long value) {
    return number(100.0 * (top() - value) / top());
  }

  /** Whether the words under this step are left out on a narrow screen. */
  public boolean isMinor(int index) {
    int every = Math.max(1, (stacks.size() + 3) / 4);
    return index % every != 0;
  }

  /** Whether there is room for the words under this step on any screen. */
  public boolean isNamed(int index) {
    return stacks.size() <= MOST_NAMED || index % 2 == 0;
  }

  /** The rectangles of a stack, from the bottom up. */
  public List<Part> parts(Stack stack) {
    List<Part> parts = new ArrayList<>();
    double unit = 100.0 / top();
    double below = 0;
    for (int i = 0; i < series.size(); i++) {
      double height = stack.values().get(i) * unit;
      below += height;
      if (height > 0) {
        // a thin gap lets neighbours be told apart without their colours
        double gap = parts.isEmpty() ? 0 : Math.min(0.5, height / 2);
        parts.add(new Part(series.get(i).fill(), number(100 - below), number(height - gap)));
      }
    }
    return List.copyOf(parts);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
