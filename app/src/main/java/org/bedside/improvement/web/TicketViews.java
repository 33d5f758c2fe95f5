package org.bedside.improvement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bedside.directory.Locations;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Improvements;
import org.bedside.improvement.Ticket;
import org.bedside.improvement.TicketEvent;
import org.bedside.improvement.TicketFile;
import org.bedside.improvement.Tickets;
import org.bedside.ui.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts tickets together for a reader. */
@Component
class TicketViews {

  private static final int MOST = 200;
  private static final int MOST_IN_A_FILE = 10_000;

  private final Tickets tickets;
  private final Improvements improvements;
  private final Locations locations;
  private final Clock clock;

  TicketViews(Tickets tickets, Improvements improvements, Locations locations, Clock clock) {
    this.tickets = tickets;
    this.improvements = improvements;
    this.locations = locations;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<TicketView> list(boolean closed, SignedIn who, Page page) {
    Names names = new Names(page, locations);
    return (closed ? tickets.closed(MOST) : tickets.current(MOST))
        .stream().map(ticket -> view(ticket, List.of(), names, who, page)).toList();
  }

  /** All of them, for a file. */
  @Transactional(readOnly = true)
  public List<TicketView> all(SignedIn who, Page page) {
    Names names = new Names(page, locations);
    return Stream.concat(
            tickets.current(MOST_IN_A_FILE).stream(), tickets.closed(MOST_IN_A_FILE).stream())
        .map(ticket -> view(ticket, List.of(), names, who, page))
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<TicketView> find(long id, SignedIn who, Page page) {
    return tickets
        .find(id)
        .map(
            file ->
                view(file.ticket(), history(file, page), new Names(page, locations), who, page));
  }

  private TicketView view(
      Ticket ticket, List<TicketView.Happened> history, Names names, SignedIn who, Page page) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
    return new TicketView(
        ticket,
        names.theme(ticket.topic().theme()),
        names.placeOfTicket(ticket.topic().location()),
        Names.clinician(ticket.topic()),
        day(ticket.plan().due(), page),
        ticket.isOverdue(today),
        ticket.isClosed() ? improvements.effect(ticket) : null,
        history);
  }

  private static String day(LocalDate day, Page page) {
    return day.format(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(page.locale()));
  }

  private static List<TicketView.Happened> history(TicketFile file, Page page) {
    return file.events().reversed().stream().map(event -> happened(event, page)).toList();
  }

  private static TicketView.Happened happened(TicketEvent event, Page page) {
    String key = "improve.event." + event.kind().name();
    return switch (event.kind()) {
      case OPENED, RETITLED, HANDED_OVER ->
          new TicketView.Happened(
              event.by(), page.text(key, event.was(), event.now()), "", event.at());
      case POSTPONED ->
          new TicketView.Happened(
              event.by(),
              page.text(
                  key,
                  day(LocalDate.parse(event.was()), page),
                  day(LocalDate.parse(event.now()), page)),
              "",
              event.at());
      case REWORDED, CLOSED ->
          new TicketView.Happened(event.by(), page.text(key), event.now(), event.at());
      case UNDER_WAY, PUT_BACK, REOPENED ->
          new TicketView.Happened(event.by(), page.text(key), "", event.at());
    };
  }
}
