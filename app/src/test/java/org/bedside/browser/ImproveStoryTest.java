package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.bedside.improvement.Voices.CALLED;
import static org.bedside.understanding.SentimentLabel.NEGATIVE;
import static org.bedside.understanding.SentimentLabel.POSITIVE;

import java.time.Duration;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.identity.Role;
import org.bedside.improvement.Voices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What must change becomes a ticket of two people, and tells in the end whether it helped. */
class ImproveStoryTest extends BrowserTest {

  @Autowired private ApplicationEventPublisher events;

  private void hear(Org org, Voices voices) {
    inOrganization(org, () -> events.publishEvent(new MentionsAssessed(voices.all())));
  }

  @Test
  void twoPeopleAtOneTicketLoseNothingAndSeeWhatItChanged() {
    Org org = found("Larkspur Health");
    hear(
        org,
        new Voices(clock.instant().minus(Duration.ofDays(2)))
            .say(4, CALLED, NEGATIVE, null)
            .say(1, CALLED, POSITIVE, null));
    Person kit = member(org, Role.PATIENT_EXPERIENCE);
    Person ben = member(org, Role.COMMUNICATIONS);
    visit().signIn(kit).open("/improve").follow("Open a ticket");
    visit().fill("Title", "Answer every bell");
    visit().page().locator("#change").fill("Two people at night");
    visit().press("Open a ticket");
    assertThat(visit().heading("Answer every bell")).isVisible();
    String path = visit().page().url().replaceFirst("^https?://[^/]+", "");

    try (Visit other = another(true).signIn(ben)) {
      other.open(path);
      other.page().locator("#change").fill("Three people at night");
      visit().page().locator("#change").fill("Two people at night, and one who walks");
      other.press("Save");
      assertThat(other.page().locator(".toast")).containsText("Ticket changed");
      visit().press("Save");

      assertThat(visit().main()).containsText("Somebody else changed this ticket");
      assertThat(visit().main()).containsText("Three people at night");
      assertThat(visit().page().locator("#change"))
          .hasValue("Two people at night, and one who walks");
      visit().press("Save");
      assertThat(visit().page().locator(".toast")).containsText("Ticket changed");

      other.page().locator("#outcome").fill("They walk since Monday");
      other.press("Close the ticket");
      assertThat(other.main()).containsText("It was not closed");
      assertThat(other.main()).containsText("Two people at night, and one who walks");
      assertThat(other.page().locator("#outcome")).hasValue("They walk since Monday");
      other.press("Close the ticket");
      assertThat(other.page().locator(".toast")).containsText("Ticket closed");
      assertThat(other.main()).containsText("Too early to tell");
      other.expectNoComplaints();
    }
    clock.advance(Duration.ofDays(1));
    hear(
        org,
        new Voices(clock.instant()).say(4, CALLED, POSITIVE, null).say(1, CALLED, NEGATIVE, null));
    clock.advance(Duration.ofDays(9));
    visit().open(path);
    assertThat(visit().main()).containsText("negative before: 4 of 5 mentions");
    assertThat(visit().main()).containsText("negative after: 1 of 5 mentions");
    assertThat(visit().main()).containsText("They walk since Monday");
    assertThat(visit().page().locator(".timeline")).containsText(ben.name());
    assertThat(visit().page().locator(".timeline")).containsText(kit.name());
  }
}
