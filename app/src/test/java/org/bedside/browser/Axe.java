package org.bedside.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * axe-core in a page, put there once for as long as the page stands; only what it objects to comes
 * back.
 */
final class Axe {

  private static final String SCRIPT = read();

  private static final String RUN =
      """
      async (coloursOnly) => {
        if (document.querySelector("iframe, frame")) return ["a frame, which is not looked into"];
        const rules = axe.getRules(["cat.color"]).map((rule) => rule.ruleId)
          .filter((rule) => !rule.endsWith("-enhanced")); // level AAA, off unless asked for
        const found = await axe.run(document, {
          resultTypes: ["violations"],
          ...(coloursOnly ? {runOnly: {type: "rule", values: rules}} : {})
        });
        return found.violations.map((v) => `${v.id}: ${v.help}, e.g. ${v.nodes[0].html}`);
      }
      """;

  private Axe() {}

  /** What every rule objects to. */
  static List<String> violations(Page page) {
    return run(page, false);
  }

  /** What the rules about colours object to. */
  static List<String> violationsOfColours(Page page) {
    return run(page, true);
  }

  private static List<String> run(Page page, boolean coloursOnly) {
    if (Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'undefined'"))) {
      page.evaluate(SCRIPT);
    }
    return ((List<?>) page.evaluate(RUN, coloursOnly)).stream().map(String::valueOf).toList();
  }

  private static String read() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
