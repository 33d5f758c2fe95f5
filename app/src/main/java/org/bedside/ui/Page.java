package org.bedside.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The frame around every page: the words in the reader's language, times in the organization's
 * zone, the rail, the form token. Made for one request.
 */
public final class Page {

  private final MessageSource messages;
  private final Times times;
  private final Assets assets;
  private final Locale locale;
  private final @Nullable Viewer viewer;
  private final List<NavItem> nav;
  private final String path;
  private final @Nullable String csrf;
  private final @Nullable String flash;

  Page(
      MessageSource messages,
      Times times,
      Assets assets,
      Locale locale,
      @Nullable Viewer viewer,
      List<NavItem> nav,
      String path,
      @Nullable String csrf,
      @Nullable String flash) {
    this.messages = messages;
    this.times = times;
    this.assets = assets;
    this.locale = locale;
    this.viewer = viewer;
    this.nav = List.copyOf(nav);
    this.path = path;
    this.csrf = csrf;
    this.flash = flash;
  }

  /** The sentence of that key in the reader's language. */
  public String text(String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** Whether a sentence of that key exists. */
  public boolean hasText(String key) {
    String found = messages.getMessage(key, null, "", locale);
    return found != null && !found.isEmpty();
  }

  /** "5 minutes ago" in the reader's language. */
  public String ago(Instant instant) {
    return times.ago(instant, locale);
  }

  /** The exact time in the organization's zone. */
  public String exact(Instant instant) {
    return times.exact(instant, locale, viewer == null ? java.time.ZoneOffset.UTC : viewer.zone());
  }

  /** A number with the reader's separators. */
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** The address of an asset, with its fingerprint. */
  public String asset(String name) {
    return assets.url(name);
  }

  public Locale locale() {
    return locale;
  }

  public @Nullable Viewer viewer() {
    return viewer;
  }

  /** Whether the reader holds that permission. */
  public boolean may(String permission) {
    return viewer != null && viewer.may(permission);
  }

  public List<NavItem> nav() {
    return nav;
  }

  /** The path of this request, to mark the current place in the rail. */
  public String path() {
    return path;
  }

  /** The form token; empty where there is no session. */
  public String csrf() {
    return csrf == null ? "" : csrf;
  }

  /** A sentence about what was just done, to be announced once. */
  public @Nullable String flash() {
    return flash;
  }
}
