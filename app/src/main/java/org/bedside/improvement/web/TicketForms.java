package org.bedside.improvement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bedside.assessment.OwnThemes;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Improvements;
import org.bedside.improvement.Plan;
import org.bedside.improvement.Ticket;
import org.bedside.improvement.Topic;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the forms of tickets and reads them. */
@Component
class TicketForms {

  private final Members members;
  private final Locations locations;
  private final Improvements improvements;
  private final OwnThemes ownThemes;
  private final Understanding understanding;

  TicketForms(
      Members members,
      Locations locations,
      Improvements improvements,
      OwnThemes ownThemes,
      Understanding understanding) {
    this.members = members;
    this.locations = locations;
    this.improvements = improvements;
    this.ownThemes = ownThemes;
    this.understanding = understanding;
  }

  /** As it was sent; what was not sent is empty. */
  record Sent(String title, String change, String owner, String due) {

    Sent(
        @Nullable String title,
        @Nullable String change,
        @Nullable String owner,
        @Nullable String due) {
      this.title = Objects.requireNonNullElse(title, "");
      this.change = Objects.requireNonNullElse(change, "");
      this.owner = Objects.requireNonNullElse(owner, "");
      this.due = Objects.requireNonNullElse(due, "");
    }
  }

  /** What came of reading a form: a plan, or what is wrong with it. */
  record Read(@Nullable Plan plan, Map<String, String> problems) {}

  /** What a ticket is to be about; empty where there is no such theme, place or clinician. */
  @Transactional(readOnly = true)
  public Optional<Topic> topic(String theme, String location, String clinician) {
    UUID place = Given.uuid(location);
    boolean known =
        theme.isEmpty()
            || understanding.themes().contains(theme)
            || ownThemes.names().contains(theme);
    Clinician who = clinician.isBlank() ? null : improvements.clinician(clinician).orElse(null);
    boolean placed = location.isBlank() || (place != null && locations.find(place).isPresent());
    return known && placed && (clinician.isBlank() || who != null)
        ? Optional.of(new Topic(theme, place, who))
        : Optional.empty();
  }

  /** Reads what was sent; whoever left the organization may stay owner, but not become it. */
  @Transactional(readOnly = true)
  public Read read(Sent sent, @Nullable Ticket ticket) {
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate due = Given.day(sent.due());
    UUID owner = Given.uuid(sent.owner());
    String name = owner == null ? null : nameOf(owner, ticket);
    if (Plan.cleaned(sent.title(), Plan.LONGEST_TITLE).isEmpty()) {
      problems.put("title", "improve.title-missing");
    }
    if (Plan.cleaned(sent.change(), Plan.LONGEST_TEXT).isEmpty()) {
      problems.put("change", "improve.change-missing");
    }
    if (due == null) {
      problems.put("due", "improve.due-missing");
    }
    if (name == null) {
      problems.put("owner", "improve.owner-missing");
    }
    return owner == null || name == null || due == null || !problems.isEmpty()
        ? new Read(null, problems)
        : new Read(new Plan(sent.title(), sent.change(), owner, name, due), problems);
  }

  private @Nullable String nameOf(UUID owner, @Nullable Ticket ticket) {
    return members.current().stream()
        .filter(member -> member.id().equals(owner))
        .map(Member::name)
        .findFirst()
        .orElse(
            ticket != null && ticket.plan().owner().equals(owner)
                ? ticket.plan().ownerName()
                : null);
  }

  /** A form with a title that says what the ticket is about. */
  @Transactional(readOnly = true)
  public TicketForm fresh(Topic topic, SignedIn who, LocalDate due, Page page) {
    Names names = new Names(page, locations);
    String about = Names.clinician(topic);
    String place = topic.location() == null ? "" : names.placeOfTicket(topic.location());
    List<String> parts = new ArrayList<>(List.of(names.theme(topic.theme())));
    List.of(place, about).stream().filter(part -> !part.isEmpty()).forEach(parts::add);
    String title = Plan.cleaned(String.join(", ", parts), Plan.LONGEST_TITLE);
    Sent sent = new Sent(title, "", who.id().toString(), due.toString());
    return form(topic, sent, Map.of(), null, page);
  }

  /** The form as it was sent, with what is wrong with it. */
  @Transactional(readOnly = true)
  public TicketForm form(
      Topic topic, Sent sent, Map<String, String> problems, @Nullable Ticket ticket, Page page) {
    Clinician clinician = topic.clinician();
    String named = Names.clinician(topic);
    String theme = new Names(page, locations).theme(topic.theme());
    return new TicketForm(
        named.isEmpty() ? theme : theme + ", " + named,
        topic.theme(),
        topic.location() == null ? "" : topic.location().toString(),
        clinician == null ? "" : clinician.id(),
        sent.title(),
        sent.change(),
        sent.owner(),
        sent.due(),
        problems,
        owners(ticket),
        places(page));
  }

  /** The form of a ticket as it stands. */
  @Transactional(readOnly = true)
  public TicketForm form(Ticket ticket, Page page) {
    Plan plan = ticket.plan();
    Sent sent =
        new Sent(plan.title(), plan.change(), plan.owner().toString(), plan.due().toString());
    return form(ticket.topic(), sent, Map.of(), ticket, page);
  }

  private List<Option> owners(@Nullable Ticket ticket) {
    List<Option> owners = new ArrayList<>();
    for (Member member : members.current()) {
      owners.add(new Option(member.id().toString(), member.name()));
    }
    if (ticket != null) {
      String owner = ticket.plan().owner().toString();
      if (owners.stream().noneMatch(option -> option.value().equals(owner))) {
        owners.add(new Option(owner, ticket.plan().ownerName()));
      }
    }
    return owners;
  }

  private List<Option> places(Page page) {
    List<Option> places = new ArrayList<>();
    places.add(new Option("", page.text("improve.all-places")));
    for (Location location : locations.current()) {
      places.add(new Option(location.id().toString(), location.name()));
    }
    return places;
  }
}
