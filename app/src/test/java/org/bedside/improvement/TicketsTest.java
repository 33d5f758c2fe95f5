package org.bedside.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bedside.improvement.Voices.CALLED;
import static org.bedside.understanding.SentimentLabel.NEGATIVE;
import static org.bedside.understanding.SentimentLabel.POSITIVE;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class TicketsTest extends BedsideTest {

  @Autowired private ApplicationEventPublisher events;
  @Autowired private Tickets tickets;

  @Test
  void aTicketIsOpenedFromAGroupAndKeepsItsHistory() {
    Org org = found("Larkspur Health");
    Person kit = member(org, Role.PATIENT_EXPERIENCE);
    Person maren = member(org, Role.COMMUNICATIONS);
    hear(org, new Voices(clock.instant()).say(5, CALLED, NEGATIVE, null));
    Browser browser = signIn(kit);
    String link =
        Pattern.compile("href=\"(/improve/tickets/new[^\"]+)\"")
            .matcher(browser.get("/improve").body())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1)
            .replace("&amp;", "&");
    assertThat(browser.get(link).body()).contains("value=\"Answering when called\"");

    String page = opened(browser, kit, "Answer every bell", "2020-01-31").body();
    assertThat(page).contains("Answer every bell", "Overdue", "opened it for " + kit.name());
    String id = idIn(page);

    browser.submit("/improve/tickets/" + id + "/state", "version", "1", "state", "under-way");
    String changed =
        browser
            .submit(
                "/improve/tickets/" + id,
                "version",
                "2",
                "title",
                "Answer every bell",
                "change",
                "Two people at night",
                "owner",
                maren.membership().toString(),
                "due",
                "2026-02-28")
            .body();

    assertThat(changed)
        .contains(
            "handed it over from " + kit.name() + " to " + maren.name(),
            "moved the day from Jan 31, 2020 to Feb 28, 2026",
            "said that somebody is at it")
        .doesNotContain("instead of");
    assertThat(recorded(org))
        .contains(
            "improvement.ticket-opened",
            "improvement.ticket-under-way",
            "improvement.ticket-postponed",
            "improvement.ticket-handed-over")
        .doesNotContain("improvement.ticket-reworded");
  }

  @Test
  void whoeverIsSlowerOverwritesNothingAndKeepsWhatTheyWrote() {
    Org org = found("Larkspur Health");
    Person kit = member(org, Role.PATIENT_EXPERIENCE);
    Browser first = signIn(kit);
    Browser second = signIn(org, Role.COMMUNICATIONS);
    String id = idIn(opened(first, kit, "Answer every bell", "2027-01-31").body());
    String[] quicker = {
      "version",
      "1",
      "title",
      "The quicker title",
      "change",
      "Quicker",
      "owner",
      kit.membership().toString(),
      "due",
      "2027-01-31"
    };
    first.submit("/improve/tickets/" + id, quicker);

    String told =
        second
            .post(
                "/improve/tickets/" + id,
                "version",
                "1",
                "title",
                "The slower title",
                "change",
                "Slower words",
                "owner",
                kit.membership().toString(),
                "due",
                "2027-01-31")
            .body();
    HttpResponse<String> closing =
        second.post("/improve/tickets/" + id + "/outcome", "version", "1", "outcome", "All done");
    second.submit("/improve/tickets/" + id + "/state", "version", "1", "state", "under-way");

    assertThat(told)
        .contains("Somebody else changed this ticket while you were writing")
        .contains("value=\"The slower title\"", ">Slower words</textarea>")
        .contains("<h1>The quicker title</h1>")
        .contains("name=\"version\" value=\"2\"");
    assertThat(closing.body()).contains("It was not closed", ">All done</textarea>");
    Ticket kept = ticket(org, Long.parseLong(id));
    assertThat(kept.plan().title()).isEqualTo("The quicker title");
    assertThat(kept.state()).isEqualTo(Ticket.State.OPEN);
    assertThat(kept.version()).isEqualTo(2);
  }

  @Test
  void overdueTicketsStandFirstAndClosedOnesApart() {
    Org org = found("Larkspur Health");
    Person kit = member(org, Role.PATIENT_EXPERIENCE);
    Browser browser = signIn(kit);
    opened(browser, kit, "Due much later", "2099-01-01");
    opened(browser, kit, "Long overdue", "2020-01-01");
    String done = idIn(opened(browser, kit, "Done with", "2020-06-01").body());
    browser.submit("/improve/tickets/" + done + "/outcome", "version", "1", "outcome", "Built it");

    String open = browser.get("/improve/tickets").body();
    assertThat(open.indexOf("Long overdue"))
        .isPositive()
        .isLessThan(open.indexOf("Due much later"));
    assertThat(open).doesNotContain("Done with").containsOnlyOnce("badge-care");
    assertThat(browser.get("/improve/tickets?state=closed").body())
        .contains("Done with")
        .doesNotContain("badge-care");
    assertThat(browser.get("/improve/tickets.csv").body())
        .contains(",Long overdue,No theme,All places,,open,yes," + kit.name() + ",2020-01-01,")
        .contains(",Done with,")
        .contains(",Built it,");
  }

  @Test
  void aClosedTicketTellsWhatWasSaidBeforeAndAfterInTheSameTime() {
    Org org = found("Larkspur Health");
    SignedIn by = somebody(org);
    Browser browser = signIn(org, Role.CLINICIAN);
    // too long ago to be held against ten days
    hear(
        org,
        new Voices(clock.instant().minus(Duration.ofDays(11))).say(50, CALLED, POSITIVE, null));
    hear(
        org,
        new Voices(clock.instant().minus(Duration.ofDays(2)))
            .say(4, CALLED, NEGATIVE, null)
            .say(1, CALLED, POSITIVE, null));
    long id = inOrganization(org, () -> tickets.open(topic(), plan("A title"), by));
    clock.advance(Duration.ofDays(5));
    // while it was open counts on no side
    hear(org, new Voices(clock.instant()).say(20, CALLED, NEGATIVE, null));
    clock.advance(Duration.ofHours(1));
    inOrganization(org, () -> tickets.close(id, 1, "Two people at night", by));
    clock.advance(Duration.ofDays(1));
    hear(org, new Voices(clock.instant()).say(4, CALLED, POSITIVE, null));
    clock.advance(Duration.ofDays(9));
    String path = "/improve/tickets/" + id;
    assertThat(browser.get(path).body())
        .contains("Too early to tell: 10 days since it was closed")
        .doesNotContain("of 4 mentions", "of 5 mentions");

    hear(
        org, new Voices(clock.instant().minus(Duration.ofHours(1))).say(1, CALLED, NEGATIVE, null));

    assertThat(browser.get(path).body())
        .contains("<b>80%</b>", "negative before: 4 of 5 mentions", "mean -0.60")
        .contains("<b>20%</b>", "negative after: 1 of 5 mentions", "mean 0.60")
        .contains("The last 10 days before", "a difference can be chance");
    assertThat(browser.get("/improve/tickets.csv").body()).endsWith(",10,5,4,1,5,1,4\r\n");
  }

  @Test
  void afterTwelveWeeksWithoutVoicesThereAreTooFewToTell() {
    Org org = found("Larkspur Health");
    SignedIn by = somebody(org);
    long id = inOrganization(org, () -> tickets.open(topic(), plan("A title"), by));
    inOrganization(org, () -> tickets.close(id, 1, "Done", by));
    clock.advance(Duration.ofDays(85));

    assertThat(signIn(org, Role.CLINICIAN).get("/improve/tickets/" + id).body())
        .contains("Too few to tell: fewer than five mentions on one side in 84 days");
  }

  @Test
  void aTicketIsOwnedBySomebodyOfTheOrganizationAndSeenInNoOther() {
    Org org = found("Larkspur Health");
    Person stranger = member(found("Foxglove Health"), Role.ADMINISTRATOR);
    Person kit = member(org, Role.PATIENT_EXPERIENCE);
    Browser browser = signIn(kit);

    HttpResponse<String> refused = opened(browser, stranger, "A title", "2027-01-31");
    assertThat(refused.body()).contains("Choose somebody who works here", "value=\"A title\"");
    String id = idIn(opened(browser, kit, "A title", "2027-01-31").body());

    assertThat(signIn(stranger).get("/improve/tickets/" + id).statusCode()).isEqualTo(404);
    assertThat(
            signIn(stranger)
                .post("/improve/tickets/" + id + "/outcome", "version", "1", "outcome", "x")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsMissingIsSaidAtItsFieldAndTheRestIsKept() {
    Org org = found("Larkspur Health");
    Person kit = member(org, Role.PATIENT_EXPERIENCE);

    String page =
        signIn(kit)
            .post(
                "/improve/tickets",
                "title",
                "A title",
                "change",
                " ",
                "owner",
                kit.membership().toString(),
                "due",
                "tomorrow")
            .body();

    assertThat(page)
        .contains("Say what shall change", "Choose the day by which it is due")
        .contains("value=\"A title\"");
    assertThat(inOrganization(org, () -> tickets.current(9))).isEmpty();
  }

  private HttpResponse<String> opened(Browser browser, Person owner, String title, String due) {
    return browser.submit(
        "/improve/tickets",
        "theme",
        "",
        "title",
        title,
        "change",
        "Two people at night",
        "owner",
        owner.membership().toString(),
        "due",
        due);
  }

  private static String idIn(String page) {
    return Pattern.compile("action=\"/improve/tickets/(\\d+)/state\"")
        .matcher(page)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private Ticket ticket(Org org, long id) {
    return inOrganization(org, () -> tickets.find(id).orElseThrow().ticket());
  }

  private static Topic topic() {
    return new Topic(CALLED, null, null);
  }

  private static Plan plan(String title) {
    return new Plan(title, "What shall change", new UUID(1, 1), "Kit", LocalDate.of(2027, 1, 31));
  }

  private void hear(Org org, Voices voices) {
    inOrganization(org, () -> events.publishEvent(new MentionsAssessed(voices.all())));
  }
}
