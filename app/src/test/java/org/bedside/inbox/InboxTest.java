package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.directory.Locations;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.GuardPolicy;
import org.bedside.privacy.GuardPolicy.Overriding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboxTest extends BedsideTest {

  private static final String HARM =
      "They gave my father the wrong dose of his blood thinner and he collapsed. We called a"
          + " lawyer.";
  private static final String DISCLOSING =
      "We are sorry about your visit on Tuesday. Our records show that you refused the treatment.";
  private static final String SAFE =
      "Thank you for taking the time to share your feedback. We take every concern seriously.";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Cases cases;
  @Autowired private Locations locations;
  @Autowired private GuardPolicies policies;

  @Test
  void whatMattersStandsOnTopWithItsReason() {
    Org org = found("Larkspur Health");
    receive(org, "Lovely nurses, thank you so much!", HARM, "Parking was fine.");
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    String page = browser.get("/inbox").body();

    assertThat(page).contains("Act now");
    assertThat(page.indexOf("wrong dose")).isLessThan(page.indexOf("Lovely nurses"));
    assertThat(page).contains("Why it is here:");
  }

  @Test
  void filtersLiveInTheAddress() {
    Org org = found("Larkspur Health");
    receive(org, "Lovely nurses, thank you so much!", HARM);
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    assertThat(browser.get("/inbox?sentiment=positive").body())
        .contains("Lovely nurses")
        .doesNotContain("blood thinner");
    assertThat(browser.get("/inbox?q=%22blood+thinner%22").body())
        .contains("blood thinner")
        .doesNotContain("Lovely nurses");
    assertThat(browser.get("/inbox?sentiment=nonsense&source=nobody").statusCode()).isEqualTo(200);
  }

  @Test
  void hostileTextIsShownInertAndMarked() {
    Org org = found("Larkspur Health");
    receive(org, "<script>alert(1)</script> call me at 555-201-9931 <img src=x onerror=alert(2)>");
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    String page = browser.get("/inbox/" + first(browser)).body();

    assertThat(page).doesNotContain("<script>alert(1)").doesNotContain("<img src=x");
    assertThat(page).contains("&lt;script&gt;").contains("hl-private");
  }

  @Test
  void aCaseIsAssignedNotedClosedAndReopened() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    Person me = member(org, Role.COMMUNICATIONS);
    Browser browser = signIn(me);
    long id = first(browser);

    browser.submit("/inbox/" + id + "/assignment", "version", version(browser, id), "assignee", "");
    browser.submit("/inbox/" + id + "/notes", "text", "Risk management knows");
    browser.submit(
        "/inbox/" + id + "/outcome", "version", version(browser, id), "outcome", "NO_FOLLOW_UP");

    assertThat(browser.get("/inbox").body()).doesNotContain("blood thinner");
    String closed = browser.get("/inbox/" + id + "?state=closed").body();
    assertThat(closed).contains("Risk management knows").contains("No follow-up needed");

    browser.submit("/inbox/" + id + "/reopening", "version", version(browser, id));
    assertThat(browser.get("/inbox").body()).contains("blood thinner");
  }

  @Test
  void aChangeOnAnOlderViewIsRefusedAndSaysSo() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    long id = first(browser);
    String old = version(browser, id);
    browser.submit("/inbox/" + id + "/outcome", "version", old, "outcome", "ANSWERED_OFFLINE");

    HttpResponse<String> answer =
        browser.submit("/inbox/" + id + "/outcome", "version", old, "outcome", "NO_FOLLOW_UP");

    assertThat(answer.body()).contains("This case changed while you were here");
    assertThat(answer.body()).contains("Answered offline");
  }

  @Test
  void aMergedCaseIsFoundUnderBothNumbers() {
    Org org = found("Larkspur Health");
    receive(org, HARM, "The same story once more: wrong dose, and a lawyer.");
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    List<Long> ids = all(browser);

    browser.submit(
        "/inbox/" + ids.get(0) + "/merging",
        "version",
        version(browser, ids.get(0)),
        "into",
        "#" + ids.get(1));

    assertThat(all(browser)).containsExactly(ids.get(1));
    assertThat(browser.get("/inbox/" + ids.get(0)).body())
        .contains("blood thinner")
        .contains("The same story once more");
  }

  @Test
  void aCorrectionCountsFromThenOnAndIsKeptBesideTheJudgement() {
    Org org = found("Larkspur Health");
    receive(org, "Lovely nurses, thank you so much!");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);
    long id = first(browser);
    long mention = inOrganization(org, () -> lead(org, id));

    browser.submit(
        "/inbox/" + id + "/correction",
        "mention",
        Long.toString(mention),
        "sentiment",
        "NEGATIVE",
        "urgency",
        "HIGH",
        "theme",
        "Staff manner & personal attributes");

    assertThat(browser.get("/inbox?sentiment=negative").body()).contains("Lovely nurses");
    assertThat(browser.get("/inbox").body()).contains("Act now");
    assertThat(browser.get("/inbox/" + id).body()).contains("corrected by");
  }

  @Test
  void theComposerNamesTheWordsThatDiscloseAndAWayOut() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    long id = first(browser);

    String verdict = browser.post("/inbox/" + id + "/reply/check", "reply", DISCLOSING).body();

    assertThat(verdict).contains("This reply would disclose").contains("Our records show");
    assertThat(browser.post("/inbox/" + id + "/reply/check", "reply", SAFE).body())
        .contains("This reply discloses nothing");
  }

  @Test
  void aBlockedReplyIsRecordedByNobodyWithoutThePermissionAndAReason() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    Browser communications = signIn(org, Role.COMMUNICATIONS, Role.ADMINISTRATOR);
    long id = first(communications);

    assertThat(post(communications, id, "posted", "yes", "a reason that is long enough"))
        .contains("would disclose");
    assertThat(post(communications, id, "override", "yes", "a reason that is long enough"))
        .contains("would disclose");
    assertThat(posted(org, id)).isEmpty();

    Browser privacy = signIn(org, Role.PRIVACY_OFFICER);
    assertThat(post(privacy, id, "posted", "yes", "")).contains("20 characters");
    assertThat(post(privacy, id, "override", "yes", "short")).contains("20 characters");
    assertThat(posted(org, id)).isEmpty();

    post(privacy, id, "override", "yes", "The writer signed an authorization for this reply.");
    assertThat(posted(org, id))
        .singleElement()
        .satisfies(
            reply ->
                assertThat(reply.overrideReason())
                    .isEqualTo("The writer signed an authorization for this reply."));
  }

  @Test
  void theSecondPersonSeesInTheCaseWhatTheFirstWantsToPostAndWhy() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    var policy = new GuardPolicy(List.of(), Set.of(), false, 0, "", Overriding.TWO_PEOPLE);
    inOrganization(org, () -> policies.change(policy, null, somebody(org)));
    Browser first = signIn(org, Role.PRIVACY_OFFICER);
    long id = first(first);
    assertThat(post(first, id, "override", "yes", "The writer signed an authorization."))
        .contains("asks for two people");
    Browser second = signIn(org, Role.PRIVACY_OFFICER);

    String listed = second.get("/settings/overrides").body();
    Matcher link = Pattern.compile("/inbox/mention/\\d+").matcher(listed);
    assertThat(link.find()).isTrue();
    String led = second.get(link.group()).headers().firstValue("location").orElseThrow();
    assertThat(led).endsWith("/inbox/" + id + "/reply");
    assertThat(second.get("/inbox/" + id + "/reply").body())
        .contains("wants to post this although it is held back")
        .contains("The writer signed an authorization.")
        .containsPattern("(?s)<textarea[^>]*id=\"reply\"[^>]*>" + Pattern.quote(DISCLOSING));
    assertThat(first.get("/inbox/" + id + "/reply").body()).contains("somebody else decides");
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/inbox/" + id + "/reply").body())
        .doesNotContain("The writer signed an authorization.");

    post(second, id, "override", "yes", "Counsel has read it and agrees.");
    assertThat(posted(org, id)).hasSize(1);
    assertThat(second.get("/settings/overrides").body()).contains("Nothing waits");
  }

  @Test
  void aSafeReplyIsMarkedAsPostedAndStaysWithTheCase() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    long id = first(browser);

    browser.submit("/inbox/" + id + "/reply", "reply", SAFE, "posted", "yes");

    assertThat(browser.get("/inbox/" + id).body()).contains("Posted by").contains(SAFE);
  }

  @Test
  void aPlaceThatThePostNamesIsThePlaceItIsFiledUnder() {
    Org org = found("Larkspur Health");
    UUID pine =
        inOrganization(
                org,
                () ->
                    locations.add(
                        new Locations.Description("Pine Street Clinic", "Larkspur", List.of()),
                        somebody(org)))
            .id();
    receive(org, "The nurses at Pine Street Clinic were so kind.", "Kind nurses everywhere.");
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    assertThat(browser.get("/inbox?location=" + pine).body())
        .contains("The nurses at Pine")
        .doesNotContain("nurses everywhere");
    assertThat(browser.get("/inbox?location=none").body())
        .contains("nurses everywhere")
        .doesNotContain("The nurses at Pine");
  }

  @Test
  void anotherOrganizationsCaseIsNotThere() {
    Org ours = found("Larkspur Health");
    receive(ours, HARM);
    long id = first(signIn(ours, Role.COMMUNICATIONS));
    Browser stranger = signIn(found("Elsewhere"), Role.ADMINISTRATOR);

    assertThat(stranger.get("/inbox/" + id).statusCode()).isEqualTo(404);
    assertThat(stranger.post("/inbox/" + id + "/reply/check", "reply", "Thank you").statusCode())
        .isEqualTo(404);
  }

  @Test
  void programsReadMentionsPageByPage() {
    Org org = found("Larkspur Health");
    receive(org, "Lovely nurses, thank you!", HARM, "Parking was fine.");
    Api api = api(org, Permission.READ_MENTIONS);

    var first = Api.json(api.get("/api/v1/mentions?limit=2"));
    var second =
        Api.json(api.get("/api/v1/mentions?limit=2&after=" + first.get("next").asString()));

    assertThat(first.get("items")).hasSize(2);
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.has("next")).isFalse();
    var item = first.get("items").get(0);
    assertThat(item.get("text").asString()).isEqualTo("Lovely nurses, thank you!");
    assertThat(item.get("assessment").get("sentiment").get("label").asString())
        .isEqualTo("positive");
    assertThat(Api.json(api.get("/api/v1/mentions?q=dose")).get("items")).hasSize(1);
    assertThat(api.get("/api/v1/mentions?limit=9999").statusCode()).isEqualTo(400);
  }

  private void receive(Org org, String... texts) {
    var by = somebody(org);
    inOrganization(
        org,
        () -> {
          UUID source = sources.named("Reviews", Source.Kind.FILE, by).id();
          List<RawPost> posts =
              java.util.Arrays.stream(texts)
                  .map(text -> RawPost.of(UUID.randomUUID().toString(), text))
                  .toList();
          intake.receive(source, posts);
        });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }

  private static long first(Browser browser) {
    return all(browser).getFirst();
  }

  private static List<Long> all(Browser browser) {
    Matcher matcher =
        Pattern.compile("href=\"/inbox/(\\d+)[\"?]").matcher(browser.get("/inbox").body());
    return matcher.results().map(found -> Long.valueOf(found.group(1))).distinct().toList();
  }

  private static String version(Browser browser, long id) {
    Matcher matcher =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"")
            .matcher(browser.get("/inbox/" + id).body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private long lead(Org org, long id) {
    return cases.find(id, somebody(org)).orElseThrow().row().leadMention();
  }

  private List<Reply> posted(Org org, long id) {
    return inOrganization(org, () -> cases.find(id, somebody(org)).orElseThrow().replies()).stream()
        .filter(Reply::posted)
        .toList();
  }

  private static String post(Browser browser, long id, String name, String value, String reason) {
    return browser
        .post("/inbox/" + id + "/reply", "reply", DISCLOSING, name, value, "reason", reason)
        .body();
  }
}
