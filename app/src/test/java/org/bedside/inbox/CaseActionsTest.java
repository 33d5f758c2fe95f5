package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.Browser;
import org.bedside.assessment.Assessments;
import org.bedside.assessment.Judgement;
import org.bedside.identity.Members;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many cases at once, and back again. */
class CaseActionsTest extends WorkTest {

  @Autowired private Teams teams;
  @Autowired private Labels labels;
  @Autowired private Macros macros;
  @Autowired private Members members;
  @Autowired private Assessments assessments;

  @Test
  void aCaseThatSomebodyChangedMeanwhileIsLeftOutAndNamedWithWhoDidWhat() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING, RUDE);
    Person ann = member(org, Role.COMMUNICATIONS);
    Browser asAnn = signIn(ann);
    List<CaseRow> seen = open(org);
    CaseRow taken = row(org, "parking");
    Browser asOther = signIn(org, Role.COMMUNICATIONS);
    asOther.submit(
        "/inbox/" + taken.id() + "/outcome",
        "version",
        Integer.toString(taken.version()),
        "outcome",
        "ANSWERED_OFFLINE");

    String page =
        asAnn
            .submit("/inbox/actions", fields(seen, "do", "close:NO_FOLLOW_UP", "back", "/inbox"))
            .body();

    assertThat(page)
        .contains("Done to 2 cases")
        .contains("1 case was left out")
        .contains("case " + taken.id())
        .contains("closed it: Answered offline");
    assertThat(open(org)).isEmpty();
    assertThat(row(org, "parking").outcome()).isEqualTo(Outcome.ANSWERED_OFFLINE);
    assertThat(row(org, "wrong dose").outcome()).isEqualTo(Outcome.NO_FOLLOW_UP);
  }

  @Test
  void oneUndoBringsBackAllButWhatWasChangedSince() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING, RUDE);
    SignedIn me = worker(org);
    DoneAction done =
        inOrganization(
            org,
            () ->
                actions.apply(
                    all(open(org)), List.of(new Step.Close(Outcome.NO_FOLLOW_UP)), "", me));
    assertThat(done.changed()).isEqualTo(3);
    CaseRow again = row(org, "parking");
    inOrganization(org, () -> cases.reopen(again.id(), again.version(), worker(org)));
    CaseRow reopened = row(org, "parking");
    inOrganization(
        org,
        () -> cases.close(reopened.id(), reopened.version(), Outcome.ANSWERED_ONLINE, worker(org)));

    DoneAction undone = inOrganization(org, () -> actions.undo(done.id(), me).orElseThrow());

    assertThat(undone.restored()).isEqualTo(2);
    assertThat(undone.leftOut())
        .singleElement()
        .satisfies(one -> assertThat(one.id()).isEqualTo(again.id()));
    assertThat(open(org)).hasSize(2);
    assertThat(row(org, "parking").outcome()).isEqualTo(Outcome.ANSWERED_ONLINE);
    assertThat(inOrganization(org, () -> actions.undo(done.id(), me).orElseThrow()).restored())
        .isEqualTo(2);
  }

  @Test
  void nobodyUndoesWhatAnotherDid() {
    Org org = found("Larkspur Health");
    hear(org, HARM);
    DoneAction done =
        inOrganization(
            org,
            () ->
                actions.apply(
                    all(open(org)),
                    List.of(new Step.Close(Outcome.NO_FOLLOW_UP)),
                    "",
                    worker(org)));

    Browser other = signIn(org, Role.COMMUNICATIONS);

    assertThat(other.submit("/inbox/actions/" + done.id() + "/undo").body())
        .contains("nothing of yours to undo");
    assertThat(open(org)).isEmpty();
  }

  @Test
  void undoIsOfferedForAMinuteOnWhateverPageOfTheInboxIsOpened() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    browser.submit(
        "/inbox/actions", fields(open(org), "do", "close:NO_FOLLOW_UP", "back", "/inbox"));

    String page = browser.get("/inbox/" + row(org, "parking").id()).body();
    assertThat(page).contains("/undo\"").contains("Closed: No follow-up needed");
    String action = page.replaceFirst("(?s)^.*?/inbox/actions/([0-9a-f-]{36})/undo.*$", "$1");

    clock.advance(Duration.ofSeconds(61));
    assertThat(browser.get("/inbox").body()).doesNotContain("/undo\"");
    // Whoever kept the page open, or came back to it after a restart, still may.
    browser.submit("/inbox/actions/" + action + "/undo");
    assertThat(open(org)).hasSize(2);
  }

  @Test
  void aMacroIsDoneAndUndoneAsOne() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING);
    SignedIn me = worker(org);
    Person ann = member(org, Role.COMMUNICATIONS);
    Team team = inOrganization(org, () -> teams.add("Billing", Set.of(), me));
    Label label = inOrganization(org, () -> labels.add("Invoice", Label.Tint.AMBER, me));
    inOrganization(
        org,
        () ->
            macros.add(
                "Send to billing",
                List.of(
                    new Step.PutLabel(label.id()),
                    new Step.GiveToTeam(team.id()),
                    new Step.Assign(ann.membership()),
                    new Step.Prioritize(HandPriority.GOOD_TO_KNOW, "Known: and dealt with"),
                    new Step.Close(Outcome.ANSWERED_OFFLINE)),
                me));
    Macro macro = inOrganization(org, () -> macros.all().getFirst());
    List<CaseRow> before = open(org);

    DoneAction done =
        inOrganization(org, () -> actions.apply(all(before), macro.steps(), macro.name(), me));

    CaseRow row = row(org, "parking");
    assertThat(row.outcome()).isEqualTo(Outcome.ANSWERED_OFFLINE);
    assertThat(row.assignee()).isEqualTo(ann.membership());
    assertThat(row.priority().score()).isEqualTo(HandPriority.GOOD_TO_KNOW.score());
    assertThat(row.marks())
        .isEqualTo(
            new Marks(
                team.id(),
                List.of(label.id()),
                new Marks.ByHand(
                    HandPriority.GOOD_TO_KNOW, "Known: and dealt with", "Somebody", true)));

    inOrganization(org, () -> actions.undo(done.id(), me).orElseThrow());

    assertThat(open(org))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
        .containsExactlyElementsOf(before);
  }

  @Test
  void aMacroThatNamesATeamThatIsGoneChangesNothing() {
    Org org = found("Larkspur Health");
    hear(org, HARM);
    SignedIn me = worker(org);
    Team team = inOrganization(org, () -> teams.add("Billing", Set.of(), me));
    inOrganization(org, () -> teams.remove(team.id(), me));

    assertThatThrownBy(
            () ->
                inOrganization(
                    org,
                    () ->
                        actions.apply(
                            all(open(org)),
                            List.of(
                                new Step.Close(Outcome.NO_FOLLOW_UP),
                                new Step.GiveToTeam(team.id())),
                            "",
                            me)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(open(org)).hasSize(1);
  }

  @Test
  void whoComesTooLateIsToldWhoChangedWhat() {
    Org org = found("Larkspur Health");
    hear(org, HARM);
    CaseRow seen = open(org).getFirst();
    inOrganization(
        org, () -> cases.close(seen.id(), seen.version(), Outcome.ANSWERED_ONLINE, worker(org)));

    assertThat(
            signIn(org, Role.COMMUNICATIONS)
                .submit(
                    "/inbox/" + seen.id() + "/assignment",
                    "version",
                    Integer.toString(seen.version()))
                .body())
        .contains("This case changed while you were here")
        .contains("<b>Somebody</b> closed it: Answered online");
  }

  @Test
  void aPriorityByHandStandsWithItsReasonUntilTheSoftwareFindsSomethingMoreUrgent() {
    Org org = found("Larkspur Health");
    hear(org, PRAISE, PARKING);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    CaseRow praise = row(org, "Lovely");

    assertThat(
            browser
                .submit("/inbox/actions", fields(List.of(praise), "do", "priority:ACT_NOW"))
                .body())
        .contains("A priority needs a reason");
    browser.submit(
        "/inbox/actions",
        fields(List.of(praise), "do", "priority:NEEDS_ANSWER", "why", "The board asked"));

    assertThat(row(org, "Lovely").priority().score()).isEqualTo(60);
    assertThat(row(org, "Lovely").priority().reason()).isEqualTo("inbox.reason.positive");
    assertThat(browser.get("/inbox").body()).contains("The board asked");

    correct(org, row(org, "Lovely").leadMention(), "NEGATIVE", "NONE");
    assertThat(row(org, "Lovely").priority().score()).isEqualTo(60);
    correct(org, row(org, "Lovely").leadMention(), "NEGATIVE", "CRITICAL");
    assertThat(row(org, "Lovely").priority().score()).isEqualTo(100);
    assertThat(open(org).getFirst().preview()).contains("Lovely");
  }

  private void correct(Org org, long mention, String sentiment, String urgency) {
    inOrganization(
        org,
        () -> {
          assessments.correct(mention, Judgement.Part.SENTIMENT, sentiment, worker(org));
          assessments.correct(mention, Judgement.Part.URGENCY, urgency, worker(org));
        });
  }

  @Test
  void aLabelIsFoundRenamedAndRemovedWhileTheHistoryKeepsWhatWasSaid() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    browser.submit("/settings/inbox/labels", "name", "Billing", "tint", "AMBER");
    Label label = inOrganization(org, () -> labels.all().getFirst());
    CaseRow parking = row(org, "parking");
    browser.submit("/inbox/actions", fields(List.of(parking), "do", "label:" + label.id()));

    assertThat(rows(org, InboxFilter.NONE.labelled(label.id())))
        .singleElement()
        .satisfies(row -> assertThat(row.id()).isEqualTo(parking.id()));
    assertThat(inOrganization(org, () -> cases.count(InboxFilter.NONE.labelled(label.id()), 100)))
        .isEqualTo(1);
    browser.submit(
        "/settings/inbox/labels", "id", label.id().toString(), "name", "Invoices", "tint", "TEAL");
    String page = browser.get("/inbox/" + parking.id()).body();
    assertThat(page).contains("Invoices").contains("put the label Billing on it");

    browser.submit("/settings/inbox/labels/" + label.id() + "/removal");
    assertThat(browser.get("/inbox/" + parking.id()).body())
        .doesNotContain("Invoices")
        .contains("put the label Billing on it");
  }

  @Test
  void aTeamFindsItsCasesAndWhoLeavesTheOrganizationIsInNoTeam() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING, RUDE);
    Person ann = member(org, Role.COMMUNICATIONS);
    member(org, Role.ADMINISTRATOR);
    SignedIn me = worker(org);
    Team billing =
        inOrganization(
            org, () -> teams.add("Billing", Set.of(ann.membership(), UUID.randomUUID()), me));
    Team nursing = inOrganization(org, () -> teams.add("Nursing", Set.of(ann.membership()), me));
    assertThat(billing.members()).containsExactly(ann.membership());
    give(org, row(org, "parking"), billing, me);
    give(org, row(org, "Rude"), nursing, me);

    Browser asAnn = signIn(ann);
    assertThat(asAnn.get("/inbox?team=" + billing.id()).body())
        .contains("parking")
        .doesNotContain("Rude staff");
    assertThat(asAnn.get("/inbox?team=mine").body())
        .contains("parking")
        .contains("Rude staff")
        .doesNotContain("wrong dose");
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/inbox?team=mine").body())
        .contains("Nothing here");
    assertThat(rows(org, InboxFilter.NONE.ofTeams(List.of(billing.id(), nursing.id())))).hasSize(2);

    inOrganization(org, () -> members.end(ann.membership(), me));
    assertThat(inOrganization(org, () -> teams.all()))
        .allSatisfy(team -> assertThat(team.members()).isEmpty());
  }

  private void give(Org org, CaseRow row, Team team, SignedIn by) {
    inOrganization(
        org,
        () -> actions.apply(all(List.of(row)), List.of(new Step.GiveToTeam(team.id())), "", by));
  }

  @Test
  void whoOnlyReadsChoosesNothing() {
    Org org = found("Larkspur Health");
    hear(org, HARM);
    Browser reader = signIn(org, Role.CLINICIAN);

    assertThat(reader.get("/inbox").body()).doesNotContain("data-pick").contains("wrong dose");
    assertThat(
            reader
                .post("/inbox/actions", fields(open(org), "do", "close:NO_FOLLOW_UP"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anotherOrganizationsCasesAreLeftOut() {
    Org ours = found("Larkspur Health");
    hear(ours, HARM);
    Browser stranger = signIn(found("Elsewhere"), Role.ADMINISTRATOR);

    assertThat(
            stranger
                .submit("/inbox/actions", fields(open(ours), "do", "close:NO_FOLLOW_UP"))
                .body())
        .contains("Nothing was changed");
    assertThat(open(ours)).hasSize(1);
  }
}
