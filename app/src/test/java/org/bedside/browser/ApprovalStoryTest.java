package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Risk;
import org.bedside.approvals.Subject;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody decides between two appointments, on a phone. */
class ApprovalStoryTest extends BrowserTest {

  private static final String WORDS =
      "Thank you for taking the time to share your feedback. We take every concern seriously. ";

  /** Whether the middle of it is in sight, and nothing lies over it. */
  private static final String IN_SIGHT =
      """
      button => {
        const box = button.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return top !== null && button.contains(top) && window.scrollY === 0;
      }
      """;

  @Autowired private Approvals approvals;
  @Autowired private Policies policies;

  @Test
  void theDecisionIsInSightHoweverLongThePostAndTheReplyAre() {
    Org org = found("Larkspur Health");
    Person officer = member(org, Role.PRIVACY_OFFICER);
    UUID request = ask(org);
    try (Visit phone = atAPhone("en")) {
      phone.signIn(officer).open("/approvals/" + request);
      assertThat(phone.page().locator("h1")).hasText("Reply on Mastodon");
      assertThat(phone.main()).containsText("Somebody wrote it and asks you to look at it");
      assertThat(phone.page().locator("blockquote")).containsText("I waited four hours");
      for (Locator button : List.of(phone.button("Approve"), phone.button("Refuse"))) {
        Assertions.assertThat(button.evaluate(IN_SIGHT)).isEqualTo(true);
      }
      Assertions.assertThat(phone.faults()).isEmpty();
      phone.press("Refuse");
      assertThat(phone.main()).containsText("Say in the comment what should change");
      phone.fill("Comment", "It is too long.").press("Refuse");
      assertThat(phone.main()).containsText("It is too long.");
      assertThat(phone.button("Approve")).hasCount(0);
      phone.expectNoComplaints();
    }
  }

  private UUID ask(Org org) {
    var by = somebody(org);
    Ask officers = new Ask(Ask.Rule.ANY_OF, List.of(new Party.Holder(Role.PRIVACY_OFFICER)));
    Subject subject =
        new Subject(
            "reply",
            "1",
            "I waited four hours and nobody came, and the garage was full besides. Horrible.",
            WORDS.repeat(20),
            "/inbox",
            "mastodon",
            "en",
            Set.of(),
            Risk.NONE,
            by.id(),
            null);
    return inOrganization(
        org,
        () -> {
          policies.add(
              new Policy.Description(
                  "Everything", Condition.ALWAYS, List.of(officers), Duration.ofHours(4), false),
              by);
          return approvals.request(subject, by);
        });
  }
}
