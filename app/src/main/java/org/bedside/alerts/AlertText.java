package org.bedside.alerts;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bedside.api.PublicAddress;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Organizations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What goes out of the house about alerts: title, severity, place and link, in the organization's
 * language. Never a word of a post, nor who wrote it, nor the source's name.
 */
@Component
class AlertText {

  private static final int LISTED = 10;

  private final MessageSource messages;
  private final Organizations organizations;
  private final Locations locations;
  private final PublicAddress address;

  AlertText(
      MessageSource messages,
      Organizations organizations,
      Locations locations,
      PublicAddress address) {
    this.messages = messages;
    this.organizations = organizations;
    this.locations = locations;
    this.address = address;
  }

  /** One message for all of them, each on a line of its own. */
  String of(List<Outbox.Notice> notices) {
    Locale locale = Locale.of(organizations.current().language());
    List<String> lines = new ArrayList<>();
    notices.stream().limit(LISTED).map(notice -> line(notice, locale)).forEach(lines::add);
    if (notices.size() > LISTED) {
      lines.add(text("alerts.out.more", locale, notices.size() - LISTED) + link("/alerts"));
    }
    return String.join("\n", lines);
  }

  /** What a letter about them says in its first line. */
  String subject(List<Outbox.Notice> notices) {
    Locale locale = Locale.of(organizations.current().language());
    Outbox.Notice gravest =
        notices.stream().max(Comparator.comparingInt(Outbox.Notice::severity)).orElseThrow();
    String title = text(Alarm.title(gravest.kind(), gravest.about()), locale);
    return notices.size() == 1
        ? text("alerts.letter.subject", locale, title)
        : text("alerts.letter.subject-more", locale, title, notices.size() - 1);
  }

  /** A letter about them: that they wait, and where. */
  String letter(List<Outbox.Notice> notices) {
    return framed("alerts.letter.begin", of(notices));
  }

  String digestSubject() {
    Locale locale = Locale.of(organizations.current().language());
    return text("alerts.letter.digest", locale, plain(organizations.current().name()));
  }

  String digestLetter(LocalDate first, LocalDate last, Digests.Figures figures) {
    return framed("alerts.letter.digest-begin", digest(first, last, figures));
  }

  private String framed(String begin, String what) {
    Locale locale = Locale.of(organizations.current().language());
    return text(begin, locale, plain(organizations.current().name()))
        + "\n\n"
        + what
        + "\n\n"
        + text("alerts.letter.end", locale)
        + link("/alerts/mail")
        + "\n";
  }

  /** To try a channel with. */
  String trial() {
    Locale locale = Locale.of(organizations.current().language());
    return text("alerts.out.trial", locale, plain(organizations.current().name()));
  }

  /** The summary of some days, the last one included. */
  String digest(LocalDate first, LocalDate last, Digests.Figures figures) {
    Locale locale = Locale.of(organizations.current().language());
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    return text(
            "alerts.out.digest",
            locale,
            day.format(first),
            day.format(last),
            figures.opened(),
            figures.crises(),
            figures.waiting())
        + link("/alerts");
  }

  private String line(Outbox.Notice notice, Locale locale) {
    String title = text(Alarm.title(notice.kind(), notice.about()), locale);
    String place =
        Optional.ofNullable(notice.location())
            .flatMap(locations::find)
            .map(Location::name)
            .map(AlertText::plain)
            .orElse("");
    String what =
        place.isEmpty()
            ? text("alerts.out.line", locale, title, notice.severity())
            : text("alerts.out.line-at", locale, title, notice.severity(), place);
    String handed =
        notice.step() == 0 || notice.person().isEmpty()
            ? ""
            : " " + text("alerts.out.handed", locale, plain(notice.person()));
    return what + handed + link("/alerts/" + notice.alert());
  }

  private String link(String path) {
    return address.find().map(URI::toString).map(base -> " " + base + path).orElse("");
  }

  private String text(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** A name that no chat takes for a mention of everybody, a link or markup. */
  static String plain(String name) {
    return name.replaceAll("[<>@`*_\\[\\]|\\p{Cntrl}]+", " ").strip();
  }
}
