package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.channels.Channels;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.sending.FakeNetwork;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Role;
import org.bedside.mail.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reply goes out by itself, once a privacy officer has agreed to it. */
class SendingStoryTest extends BrowserTest {

  private static final String SAFE =
      "Thank you for taking the time to share your feedback. We take every concern seriously.";
  private static final String DISCLOSING =
      SAFE + " Our records show that you refused the treatment.";
  private static final String ADDRESS = "https://bedside.example.org";

  @Autowired private Channels channels;
  @Autowired private Policies policies;

  private Org org;
  private Person maren;
  private Person officer;
  private FakeNetwork network;
  private PostOffice office;

  @BeforeEach
  void aPostOnANetworkWhereTheHospitalHasAnAccount() throws IOException {
    network = new FakeNetwork(Network.MASTODON, clock);
    office = new PostOffice();
    mailServer.set(office.address());
    publicAddress.set(ADDRESS);
    org = found("Larkspur Health");
    maren = member(org, Role.COMMUNICATIONS);
    officer = member(org, Role.PRIVACY_OFFICER);
    var by = somebody(org);
    UUID account =
        inOrganization(
            org,
            () ->
                channels.add(
                    new NewChannel(
                        Network.MASTODON,
                        "Larkspur on Mastodon",
                        network.url(),
                        Map.of(Key.ACCESS_TOKEN, "a key")),
                    by));
    Channels.Checked checked =
        CurrentOrganization.call(org.id(), () -> channels.check(account, by));
    Assertions.assertThat(checked).isInstanceOf(Channels.Checked.Works.class);
    inOrganization(
        org,
        () ->
            policies.add(
                new Policy.Description(
                    "Privacy reads everything",
                    Condition.ALWAYS,
                    List.of(
                        new Ask(Ask.Rule.ANY_OF, List.of(new Party.Holder(Role.PRIVACY_OFFICER)))),
                    Duration.ofHours(4),
                    false),
                by));
    receive(org, mastodon(org), List.of(onMastodon()));
  }

  @AfterEach
  void end() {
    network.close();
    office.close();
  }

  /** Maren writes what the guard blocks, takes what it offers instead, and sends it. */
  private String sentByMaren() {
    Page page = visit().signIn(maren).open("/inbox").page();
    page.locator("#inbox-list [data-row]").first().click();
    page.locator("#detail a[data-key=r]").click();
    Locator verdict = page.locator("#verdict");
    page.locator("#reply").fill(DISCLOSING);
    assertThat(verdict).containsText("This reply would disclose");
    assertThat(visit().button("Send")).hasCount(0);
    for (int left = verdict.locator(".finding").count(); left > 0; left--) {
      verdict.locator(".finding button").first().click();
      assertThat(verdict.locator(".finding")).hasCount(left - 1);
    }
    assertThat(verdict).containsText("This reply discloses nothing");
    String words = page.locator("#reply").inputValue().strip();
    Assertions.assertThat(words).startsWith(SAFE).doesNotContain("Our records show");

    visit().press("Send");

    assertThat(page.locator(".toast")).containsText("Others have to agree first");
    assertThat(detail()).containsText("waits for others to agree");
    page.evaluate("() => { window.neverLeft = true; }");
    return words;
  }

  private Locator detail() {
    return visit().page().locator("#detail");
  }

  private void expectThatThePageWasNeverLeft() {
    Assertions.assertThat(visit().page().evaluate("() => window.neverLeft")).isEqualTo(true);
  }

  /** Where the letter leads that asks the officer. */
  private String linkInTheLetter() {
    await().atMost(Duration.ofSeconds(30)).until(() -> !office.takenFor(officer.email()).isEmpty());
    String letter = office.takenFor(officer.email()).getFirst().text();
    Assertions.assertThat(letter).contains(maren.name()).doesNotContain("Parking", "feedback");
    return Pattern.compile(ADDRESS + "(/approvals/[0-9a-f-]{36})")
        .matcher(letter)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theReplyTurnsIntoPostedOnItsAuthorsOpenPage() {
    String words = sentByMaren();
    try (Visit other = another(true).signIn(officer)) {
      other.open(linkInTheLetter());
      assertThat(other.main()).containsText(words);
      assertThat(other.main()).containsText(maren.name());
      Assertions.assertThat(network.texts()).isEmpty();

      other.press("Approve");

      assertThat(detail()).containsText("Posted by " + maren.name());
      expectThatThePageWasNeverLeft();
      Assertions.assertThat(network.texts()).hasSize(1).first().asString().contains(words);
      assertThat(visit().page().locator("#live")).containsText("Posted by " + maren.name());
      other.expectNoComplaints();
    }
  }

  @Test
  void otherWordsForItWaitForTheOfficerToo() {
    String words = sentByMaren();
    Page page = visit().page();
    try (Visit other = another(true).signIn(officer)) {
      other.open(linkInTheLetter()).press("Approve");
      assertThat(detail()).containsText("Posted by " + maren.name());

      page.locator("#detail summary", new Page.LocatorOptions().setHasText("Change the words"))
          .click();
      visit().fill("New words", DISCLOSING).press("Change them");
      assertThat(detail()).containsText("so the reply stays as it is");
      assertThat(page.locator("#detail textarea[id^=words-]")).hasValue(DISCLOSING);
      Assertions.assertThat(visit().faults()).isEmpty();
      Look.WIDE_LIGHT.put(page);
      visit().fill("New words", SAFE + " Call us.").press("Change them");
      assertThat(detail()).containsText("wants other words; they wait for others to agree");
      Assertions.assertThat(visit().faults()).isEmpty();
      Look.WIDE_LIGHT.put(page);
      page.evaluate("() => { window.neverLeft = true; }");

      other.open(page.locator("#detail a[href^='/approvals/']").getAttribute("href"));
      assertThat(other.page().locator("h1")).hasText("New words for a reply on Mastodon");
      assertThat(other.main()).containsText(SAFE + " Call us.");
      assertThat(other.main()).containsText(words);
      Assertions.assertThat(other.faults()).isEmpty();
      other.press("Approve");

      assertThat(detail().locator("blockquote").first()).hasText(SAFE + " Call us.");
      assertThat(detail().locator("blockquote")).hasCount(1);
      expectThatThePageWasNeverLeft();
      Assertions.assertThat(network.texts()).containsExactly(SAFE + " Call us.");
      other.expectNoComplaints();
    }
  }

  @Test
  void whatIsRefusedIsItsAuthorsDraftAgainWithTheReason() {
    String words = sentByMaren();
    try (Visit other = another(true).signIn(officer)) {
      other.open(linkInTheLetter());
      other.press("Refuse");
      assertThat(other.main()).containsText("Say in the comment what should change");
      other.fill("Comment", "Say where they can park.").press("Refuse");

      assertThat(detail()).containsText("Did not go out");
      assertThat(detail()).containsText(officer.name() + ": “Say where they can park.”");
      expectThatThePageWasNeverLeft();
      visit().follow("Go on with these words");
      assertThat(visit().page().locator("#reply")).hasValue(words);
      assertThat(detail()).containsText("Say where they can park.");
      other.open(visit().page().url().replaceFirst("^https?://[^/]+(/inbox/\\d+).*$", "$1"));
      assertThat(other.page().locator("#detail .timeline")).containsText("did not go out");
      assertThat(other.page().locator("#detail blockquote")).hasCount(0);
      other.expectNoComplaints();
    }
    Assertions.assertThat(network.texts()).isEmpty();
  }
}
