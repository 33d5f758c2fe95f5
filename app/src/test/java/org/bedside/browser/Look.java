package org.bedside.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** A screen and the colours its owner likes. */
enum Look {
  WIDE_LIGHT(1440, 900, ColorScheme.LIGHT),
  WIDE_DARK(1440, 900, ColorScheme.DARK),
  NARROW_DARK(390, 844, ColorScheme.DARK),
  NARROW_LIGHT(390, 844, ColorScheme.LIGHT);

  /** In an order in which one thing changes from each to the next. */
  static final List<Look> ALL = List.of(values());

  private static final String TWO_FRAMES =
      "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

  final int width;
  final int height;
  private final ColorScheme colours;

  Look(int width, int height, ColorScheme colours) {
    this.width = width;
    this.height = height;
    this.colours = colours;
  }

  void put(Page page) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    page.evaluate(TWO_FRAMES); // what is looked at next is drawn
  }
}
