package org.bedside.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium that is installed on this machine, started once for all tests. It is looked for at
 * {@code BEDSIDE_CHROMIUM} and where systems put it; nothing is downloaded. Where there is none the
 * tests are skipped and say so, except where {@code CI} is set or {@code BEDSIDE_REQUIRE_BROWSER}
 * is {@code true}: there they fail.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> USUAL =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright = Playwright.create();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run"));
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.add("--no-sandbox"); // Chromium refuses to start for root otherwise
    }
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> installed() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("BEDSIDE_CHROMIUM")).filter(path -> !path.isBlank()),
            USUAL.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean isRequired() {
    return Boolean.parseBoolean(System.getenv("BEDSIDE_REQUIRE_BROWSER"))
        || System.getenv("CI") != null;
  }

  /** Hands the one Chromium to whoever has it as a parameter. */
  static final class Provider implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (installed().isPresent()) {
        return ConditionEvaluationResult.enabled("Chromium is installed");
      }
      String reason =
          "There is no Chromium: install it (Debian: apt-get install chromium) or name its"
              + " executable in BEDSIDE_CHROMIUM";
      if (isRequired()) {
        throw new IllegalStateException(reason);
      }
      return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Chromium.class))
          .computeIfAbsent(
              Chromium.class, key -> new Chromium(installed().orElseThrow()), Chromium.class);
    }
  }
}
