package org.bedside.insight.web;

import org.bedside.ui.StackedBars;
import org.springframework.web.util.HtmlUtils;

/** The chart as a file that stands alone: with its scale, its words and its own colours. */
final class BarsPicture {

  private static final int STEP = 56;
  private static final int HEIGHT = 240;

  private BarsPicture() {}

  static String draw(StackedBars chart) {
    int width = chart.stacks().size() * STEP + 60;
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">"
                .formatted(width, HEIGHT + 60));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fdfaf5\"/>");
    for (long tick : chart.ticks()) {
      double y = 10 + HEIGHT * (1 - (double) tick / chart.top());
      svg.append(
          "<path d=\"M40 %1$.1fH%2$d\" stroke=\"#d9d2c5\"/><text x=\"34\" y=\"%3$.1f\" text-anchor=\"end\" fill=\"#3b4a4d\">%4$d</text>"
              .formatted(y, width - 10, y + 4, tick));
    }
    for (int i = 0; i < chart.stacks().size(); i++) {
      StackedBars.Stack stack = chart.stacks().get(i);
      int x = 44 + i * STEP;
      svg.append("<g><title>").append(HtmlUtils.htmlEscape(stack.words())).append("</title>");
      for (StackedBars.Part part : chart.parts(stack)) {
        svg.append(
            "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"/>"
                .formatted(
                    x + 8,
                    10 + Double.parseDouble(part.y()) * HEIGHT / 100,
                    STEP - 16,
                    Double.parseDouble(part.height()) * HEIGHT / 100,
                    colour(part.fill())));
      }
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#3b4a4d\">%s</text></g>"
              .formatted(x + STEP / 2, HEIGHT + 28, HtmlUtils.htmlEscape(stack.label())));
    }
    int x = 44;
    for (StackedBars.Series series : chart.series()) {
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"%d\" fill=\"#3b4a4d\">%s</text>"
              .formatted(
                  x,
                  HEIGHT + 40,
                  colour(series.fill()),
                  x + 18,
                  HEIGHT + 50,
                  HtmlUtils.htmlEscape(series.name())));
      x += 110;
    }
    return svg.append("</svg>").toString();
  }

  private static String colour(String fill) {
    return switch (fill) {
      case "glad" -> "#3f8f6b";
      case "sad" -> "#b0563f";
      case String other -> "#b9b2a4";
    };
  }
}
