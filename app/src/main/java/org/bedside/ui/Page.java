package org.bedside.ui;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The frame around every page: the words in the reader's language, times in the organization's
 * zone, the rail, the form token. Made for one request.
 */
public final class Page {

  /** So many names stand side by side on a phone in the longest language. */
  private static final int ROOM = 5;

  private final MessageSource messages;
  private final Times times;
  private final Assets assets;
  private final Rail rail;
  private final @Nullable Viewer viewer;
  private final Visit visit;

  Page(
      MessageSource messages,
      Times times,
      Assets assets,
      Rail rail,
      @Nullable Viewer viewer,
      Visit visit) {
    this.messages = messages;
    this.times = times;
    this.assets = assets;
    this.rail = rail;
    this.viewer = viewer;
    this.visit = visit;
  }

  /** The sentence of that key in the reader's language. */
  public String text(String key, Object... values) {
    return messages.getMessage(key, values, locale());
  }

  /** Whether a sentence of that key exists. */
  public boolean hasText(String key) {
    String found = messages.getMessage(key, null, "", locale());
    return found != null && !found.isEmpty();
  }

  /** "5 minutes ago" in the reader's language. */
  public String ago(Instant instant) {
    return times.ago(instant, locale());
  }

  /** When this page is drawn. */
  public Instant now() {
    return times.now();
  }

  /** The exact time in the organization's zone. */
  public String exact(Instant instant) {
    return times.exact(instant, locale(), zone());
  }

  /** The exact time in a zone that the reader is not in yet, with the zone's name. */
  public String exact(Instant instant, ZoneId other) {
    return times.exact(instant, locale(), other)
        + " ("
        + other.getDisplayName(TextStyle.FULL, locale())
        + ")";
  }

  /** The day of that instant in the organization's zone, without its time. */
  public String day(Instant instant) {
    return times.day(instant, locale(), zone());
  }

  /** That day in full, as the reader writes dates. */
  public String day(LocalDate day) {
    return times.day(day, locale());
  }

  /** A number with the reader's separators. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** A part of one, such as 0.45, as whole per cent. */
  public String percent(double part) {
    return NumberFormat.getPercentInstance(locale()).format(part);
  }

  /** The address of an asset, with its fingerprint. */
  public String asset(String name) {
    return assets.url(name);
  }

  public Locale locale() {
    return visit.locale();
  }

  /** The organization's zone; UTC before anybody is signed in. */
  public ZoneId zone() {
    return viewer == null ? ZoneOffset.UTC : viewer.zone();
  }

  public @Nullable Viewer viewer() {
    return viewer;
  }

  /** Whether the reader holds that permission. */
  public boolean may(String permission) {
    return viewer != null && viewer.may(permission);
  }

  /** The places of the rail that this reader may open. */
  public List<NavItem> nav() {
    return viewer == null ? List.of() : rail.places(viewer);
  }

  /**
   * The first places of the rail as far as a narrow screen has room; all of them where they fit
   * with the settings.
   */
  public List<NavItem> navFirst() {
    List<NavItem> all = nav();
    int rest = settings().isEmpty() ? 0 : 1;
    return all.size() + rest <= ROOM ? all : all.subList(0, ROOM - 1);
  }

  /** The places that stand behind "more" on a narrow screen; none where all fit. */
  public List<NavItem> navMore() {
    return nav().subList(navFirst().size(), nav().size());
  }

  /** The pages of the settings that this reader may open. */
  public List<SettingsItem> settings() {
    return viewer == null ? List.of() : rail.settings(viewer);
  }

  /** The same by what belongs together; a group without a page is missing. */
  public Map<SettingsGroup, List<SettingsItem>> settingsByGroup() {
    return settings().stream()
        .collect(
            Collectors.groupingBy(
                SettingsItem::group,
                () -> new EnumMap<>(SettingsGroup.class),
                Collectors.toList()));
  }

  /** Whether this page is one of the settings. */
  public boolean isInSettings() {
    return settings().stream().anyMatch(item -> isAt(item.path()));
  }

  /** What is told on this page while it is open, as far as this reader may hear of it. */
  public List<LiveNotice> notices() {
    return viewer == null
        ? List.of()
        : rail.notices(viewer).stream().filter(notice -> !isAt(notice.home())).toList();
  }

  /** The urgent things that wait behind a place. */
  public long count(NavItem place) {
    return rail.count(place.path());
  }

  /** The path of this request, to mark the current place in the rail. */
  public String path() {
    return visit.path();
  }

  /** Whether this page is that path or lies below it. */
  public boolean isAt(String path) {
    return visit.path().equals(path) || visit.path().startsWith(path + "/");
  }

  /** This page's address with one parameter of its query set, or taken off where value is null. */
  public String here(String name, @Nullable String value) {
    return Address.with(visit.path(), visit.query(), name, value);
  }

  /** The form token; empty where there is no session. */
  public String csrf() {
    String token = visit.csrf();
    return token == null ? "" : token;
  }

  /** A sentence about what was just done, to be announced once. */
  public @Nullable String flash() {
    return visit.flash();
  }

  /** Where a form leads that takes back what was just done, or null. */
  public @Nullable String undo() {
    return visit.undo();
  }

  /** {@code light} or {@code dark}, or null to follow the system. */
  public @Nullable String theme() {
    return visit.theme();
  }

  /** Whether this reader hides identifiers on this screen. */
  public boolean masked() {
    return visit.masked();
  }
}
