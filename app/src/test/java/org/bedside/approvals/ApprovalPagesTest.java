package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bedside.identity.Role.ADMINISTRATOR;
import static org.bedside.identity.Role.CLINICIAN;
import static org.bedside.identity.Role.COMMUNICATIONS;
import static org.bedside.identity.Role.PRIVACY_OFFICER;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.bedside.Browser;
import org.junit.jupiter.api.Test;

/** The pages, in browsers without scripts. */
class ApprovalPagesTest extends ApprovingTest {

  private static HttpResponse<String> decide(
      Browser browser, UUID request, int version, Decision decision, String comment) {
    return browser.post(
        "/approvals/" + request + "/decision",
        "version",
        Integer.toString(version),
        "decision",
        decision.name(),
        "comment",
        comment);
  }

  @Test
  void theSecondOfTwoBrowsersIsToldWhoDecidedWhatInTheMeantime() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person maren = member(org, PRIVACY_OFFICER);
    Person clinician = member(org, CLINICIAN);
    policy(org, allOf(role(PRIVACY_OFFICER), role(CLINICIAN)));
    UUID request = ask(org, author);
    Browser first = signIn(maren);
    Browser second = signIn(clinician);
    assertThat(first.get("/approvals").body())
        .contains("A review on google", "/approvals/" + request);
    assertThat(first.get("/approvals/" + request).body())
        .contains(
            TEXT,
            "/inbox/1",
            "<h1>Reply on Google reviews</h1>",
            "All of these must agree",
            "Everything: it applies to everything")
        .contains("3 hours left");
    assertThat(second.get("/approvals/" + request).body()).contains("Do you agree?");

    assertThat(decide(first, request, 1, Decision.APPROVE, "Looks safe.").statusCode())
        .isEqualTo(302);
    HttpResponse<String> told = decide(second, request, 1, Decision.REFUSE, "Too long.");
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body())
        .contains("Somebody decided while you were reading", maren.name(), "Looks safe.")
        .contains(">Too long.</textarea>", "value=\"2\"");
    assertThat(find(org, request).isOpen()).isTrue();

    decide(second, request, 2, Decision.REFUSE, "Too long.");
    HttpResponse<String> over = decide(first, request, 2, Decision.APPROVE, "");
    assertThat(over.body())
        .contains("This has ended before your decision", clinician.name(), "Too long.", "Refused");
    assertThat(signIn(author).get("/approvals?view=asked").body())
        .contains("A review on google", "Refused");
  }

  @Test
  void aRefusalNeedsItsReasonAndALateDecisionIsToldSo() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person maren = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author);
    Browser browser = signIn(maren);

    assertThat(decide(browser, request, 1, Decision.REFUSE, " ").body())
        .contains("Say in the comment what should change");
    assertThat(find(org, request).isOpen()).isTrue();

    clock.advance(Duration.ofHours(5));
    assertThat(decide(browser, request, 1, Decision.APPROVE, "").body())
        .containsAnyOf("came after the deadline", "has ended before your decision")
        .contains("Expired");
    assertThat(find(org, request).isApproved()).isFalse();
  }

  @Test
  void theRailCountsWhatWaitsForTheReaderAlone() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person maren = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    ask(org, author);

    assertThat(rail(signIn(maren))).contains("class=\"count\"");
    assertThat(rail(signIn(author))).doesNotContain("class=\"count\"");
  }

  private static String rail(Browser browser) {
    String page = browser.get("/account").body();
    int from = page.indexOf("<a href=\"/approvals\"");
    return page.substring(from, page.indexOf("</a>", from));
  }

  @Test
  void aRequestIsShownToThoseWhomItConcerns() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author);

    assertThat(signIn(org, CLINICIAN).get("/approvals/" + request).statusCode()).isEqualTo(403);
    assertThat(
            signIn(found("Bellweather Clinic"), ADMINISTRATOR)
                .get("/approvals/" + request)
                .statusCode())
        .isEqualTo(404);
    HttpResponse<String> own = signIn(author).get("/approvals/" + request);
    assertThat(own.body()).contains("It is not your turn", "Take back");
  }

  @Test
  void aPolicyIsMadeTriedChangedAndRemovedWithoutAScript() {
    Org org = found("Larkspur Health");
    Person maren = member(org, PRIVACY_OFFICER);
    Person doctor = member(org, CLINICIAN);
    Browser browser = signIn(maren);
    assertThat(browser.get("/settings/approvals").body()).contains("Nobody has to agree");

    HttpResponse<String> wrong =
        browser.post("/settings/approvals", "name", "Reviews", "time", "0", "networks", "google");
    assertThat(wrong.body())
        .contains("Choose at least one person or role", "Enter a whole number", "value=\"google\"");
    HttpResponse<String> saved =
        browser.submit(
            "/settings/approvals",
            "name",
            "Urgent reviews",
            "rule1",
            "ANY_OF",
            "who1",
            "role:PRIVACY_OFFICER",
            "who1",
            "person:" + doctor.membership(),
            "rule2",
            "ANY_OF",
            "who2",
            "role:ADMINISTRATOR",
            "time",
            "90",
            "unit",
            "MINUTES",
            "networks",
            "google, yelp",
            "urgency",
            "HIGH",
            "topic",
            "Parking");
    assertThat(saved.body())
        .contains("Urgent reviews", "it goes out on google or yelp; it is about Parking")
        .contains("90 minutes to decide", "Nobody who works here now can meet one of these steps");

    String asked =
        browser
            .get("/settings/approvals?try=1&network=google&topic=Parking&urgency=CRITICAL&author=")
            .body();
    assertThat(asked)
        .contains("Step 2", doctor.name())
        .contains(
            "Urgent reviews: it goes out on google; it is about Parking; the post is critical");
    assertThat(
            browser
                .get("/settings/approvals?try=1&network=google&topic=Food&urgency=CRITICAL")
                .body())
        .contains("It could go out at once");

    String id = inOrganization(org, () -> policies.all().getFirst().id().toString());
    String form = browser.get("/settings/approvals/" + id).body();
    assertThat(form).contains("value=\"google, yelp\"", "value=\"Parking\"", "value=\"90\"");
    String[] change = {
      "version", "1", "name", "All reviews", "who1", "role:PRIVACY_OFFICER", "time", "2"
    };
    assertThat(browser.submit("/settings/approvals/" + id, change).body())
        .contains("All reviews", "2 hours to decide", "it applies to everything")
        .doesNotContain("Nobody who works here now can meet one of these steps");
    assertThat(browser.post("/settings/approvals/" + id, change).body())
        .contains("Somebody else changed this policy in the meantime");
    browser.submit("/settings/approvals/" + id + "/remove");
    assertThat(inOrganization(org, () -> policies.all())).isEmpty();
    assertThat(recorded(org))
        .contains("approvals.policy-added", "approvals.policy-changed", "approvals.policy-removed");
  }
}
