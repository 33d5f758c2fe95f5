package org.bedside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bedside.BedsideTest.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in front of Chromium, with cookies of their own. Whatever a page does that no page may
 * do is noted: console errors (among them violations of the content security policy), failed
 * requests, requests to another origin.
 */
final class Visit implements AutoCloseable {

  /** Generous, because it is only waited out when something is broken. */
  private static final double PATIENCE_MS = 30_000;

  private final String origin;
  private final BrowserContext context;
  private final Page page;
  private final List<String> others = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Visit(Chromium chromium, int port, boolean scripts) {
    this(chromium, port, scripts, "en-US", 1440, 900);
  }

  Visit(Chromium chromium, int port, boolean scripts, String language, int width, int height) {
    origin = "http://localhost:" + port;
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(origin)
                    .setLocale(language)
                    .setViewportSize(width, height)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setJavaScriptEnabled(scripts));
    context.setDefaultTimeout(PATIENCE_MS);
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    context.onRequest(this::note);
    context.onResponse(this::note);
    context.onConsoleMessage(this::note);
    context.onWebError(error -> complaints.add("script: " + error.error()));
    page = context.newPage();
  }

  private void note(Request request) {
    String url = request.url();
    boolean other = others.stream().anyMatch(one -> url.startsWith(one + "/"));
    if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !other) {
      complaints.add("another origin: " + url);
    }
  }

  private void note(Response answer) {
    // A page that says what was wrong with a form is answered with 422 and is no failure.
    boolean told = answer.request().isNavigationRequest();
    if (answer.status() >= 400 && !told) {
      complaints.add(answer.status() + " " + answer.url());
    }
  }

  private void note(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.text().contains("Content Security");
    if (bad && !message.text().startsWith("Failed to load resource")) {
      complaints.add("console: " + message.text());
    }
  }

  Page page() {
    return page;
  }

  /** A story leads to this other site, as a page of its own. */
  Visit mayGoTo(URI site) {
    others.add(site.toString());
    return this;
  }

  Visit open(String path) {
    page.navigate(path);
    return this;
  }

  /** Signs in through the form. */
  Visit signIn(Person person) {
    return signIn(person.email(), person.password());
  }

  Visit signIn(String email, String password) {
    open("/sign-in");
    fill("E-mail", email);
    fill("Password", password);
    press("Sign in");
    return this;
  }

  Visit fill(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    return this;
  }

  /** Presses the button of this name; the first where there are several. */
  Visit press(String name) {
    button(name).first().click();
    return this;
  }

  Visit follow(String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  Locator main() {
    return page.locator("main");
  }

  /**
   * What the page lacks to be usable by everybody, on every screen. Where light and dark differ in
   * nothing but colours, every rule is held against one of them and those about colours against the
   * other.
   */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    String before = "";
    for (Look look : Look.ALL) {
      look.put(page);
      String shape = String.valueOf(page.evaluate(SHAPE));
      List<String> found =
          shape.equals(before) ? Axe.violationsOfColours(page) : Axe.violations(page);
      found.forEach(fault -> faults.add(look + ": " + fault));
      before = shape;
      Object wide = page.evaluate(TOO_WIDE);
      if (wide != null) {
        faults.add(look + ": scrolls sideways because of " + wide);
      }
      picture(look);
    }
    return faults;
  }

  /** Everything that there is, where it stands, whether it is seen and what is written in it. */
  private static final String SHAPE =
      """
      () => document.documentElement.outerHTML +
        [...document.querySelectorAll("*")].map((e) => {
          const b = e.getBoundingClientRect();
          return [b.x, b.y, b.width, b.height, e.checkVisibility({visibilityProperty: true}),
            e.value].join();
        }).join(";")
      """;

  private static final String TOO_WIDE =
      """
      () => {
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return null;
        return [...document.querySelectorAll("body *")]
          .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
          .map((e) => e.outerHTML.slice(0, 120))[0] ?? "something unseen";
      }
      """;

  /** Where {@code bedside.pictures} names a folder, what was looked at is kept there as it was. */
  private void picture(Look look) {
    @Nullable String folder = System.getProperty("bedside.pictures");
    if (folder != null) {
      String name = page.url().replaceFirst("^https?://[^/]+/", "").replaceAll("[^a-z0-9]+", "-");
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + "-" + look + ".png")));
    }
  }

  /** Fails where a page did what no page may do. */
  void expectNoComplaints() {
    List<String> told = List.copyOf(complaints);
    complaints.clear();
    assertThat(told).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
