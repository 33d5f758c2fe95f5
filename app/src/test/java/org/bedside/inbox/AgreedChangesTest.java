package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Decision;
import org.bedside.approvals.Outcome;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Response;
import org.bedside.channels.Delivery;
import org.bedside.channels.sending.FakeNetwork.Canned;
import org.bedside.identity.Members;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Reply.State;
import org.bedside.inbox.SentReplies.Result;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.GuardPolicy;
import org.bedside.understanding.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Other words for a reply that is there, to which somebody has to agree. */
@Timeout(180)
@SuppressWarnings("NullAway.Init") // each test begins with a reply
class AgreedChangesTest extends RepliesThatGoOut {

  @Autowired private Approvals approvals;
  @Autowired private Policies policies;
  @Autowired private GuardPolicies guard;
  @Autowired private Members members;

  private Person officerPerson;
  private SignedIn officer;
  private long id;

  @BeforeEach
  void aReplyIsThereAndSomebodyHasToAgreeToOtherWords() {
    officerPerson = member(org, Role.PRIVACY_OFFICER);
    officer = as(org, officerPerson);
    send(SAFE);
    id = awaitReply(State.POSTED).id();
    Ask ask = new Ask(Ask.Rule.ANY_OF, List.of(new Party.Holder(Role.PRIVACY_OFFICER)));
    inOrganization(
        org,
        () ->
            policies.add(
                new Policy.Description(
                    "All", Condition.ALWAYS, List.of(ask), Duration.ofHours(4), false),
                officer));
  }

  @Test
  void theyArePutThereOnceWhenTheyAreAgreedToAndNotBefore() {
    UUID request = asked(change(OTHER));
    assertThat(asked(change(OTHER))).as("pressed twice").isEqualTo(request);
    ApprovalRequest asked = inOrganization(org, () -> approvals.find(request).orElseThrow());
    assertThat(asked.about().text()).isEqualTo(OTHER);
    assertThat(asked.about().replaces()).isEqualTo(SAFE);
    assertThat(signIn(officerPerson).get("/approvals/" + request).body())
        .contains(OTHER, SAFE, "takes the place of what is there now");
    assertThat(network.texts()).containsExactly(SAFE);
    assertThat(reply().state()).isEqualTo(State.POSTED);
    assertThat(signIn(writer).get("/inbox/" + caseId).body())
        .contains(writer.name() + " wants other words; they wait for others to agree");

    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.COUNTED);
    await().until(() -> reply().text().equals(OTHER));

    assertThat(network.texts()).containsExactly(OTHER);
    assertThat(network.edits).containsExactly(OTHER);
    assertThat(reply().changes()).isEmpty();
    assertThat(file().events())
        .filteredOn(one -> one.kind() == CaseEvent.Kind.REPLY_CHANGED)
        .singleElement()
        .extracting(CaseEvent::by)
        .isEqualTo(writer.name());
  }

  @Test
  void whatIsNotAgreedToLeavesTheReplyAsItIsAndKeepsTheWordsForTheirWriter() {
    UUID request = asked(change(OTHER));
    inOrganization(
        org,
        () -> approvals.decide(request, 1, Decision.REFUSE, "Say nothing of the office", officer));

    stayed("reply.change.back.refused-because");
    assertThat(signIn(writer).get("/inbox/" + caseId).body())
        .contains("The reply stays as it was", "Say nothing of the office")
        .contains(">" + OTHER + "</textarea>");
    assertThat(signIn(officerPerson).get("/inbox/" + caseId).body())
        .contains("stays as it was: The new words were not agreed to")
        .doesNotContain("Say nothing of the office")
        .doesNotContain(OTHER);

    assertThat(with(id, one -> sent.dropChange(one, me))).isTrue();
    assertThat(reply().changes()).isEmpty();
  }

  @Test
  void agreementThatComesTooLateChangesNothing() {
    UUID request = asked(change(OTHER));
    clock.advance(Duration.ofHours(5));
    assertThat(decide(request, Decision.APPROVE)).isIn(Response.LATE, Response.OVER);
    stayed("reply.change.back.expired");
  }

  @Test
  void whatIsTakenBackIsNotPutThereByALaterYes() {
    UUID request = asked(change(OTHER));
    assertThat(with(id, one -> sent.dropChange(one, me))).isTrue();
    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.OVER);
    stayed("reply.change.back.withdrawn");
  }

  @Test
  void aReplyThatIsTakenDownMeanwhileIsNotAskedAboutAnyMore() {
    UUID request = asked(change(OTHER));
    with(id, one -> sent.takeDown(one, officer));
    awaitReply(State.REMOVED);
    await().until(() -> outcome(request) == Outcome.WITHDRAWN);

    assertThat(network.texts()).isEmpty();
    assertThat(change().problem()).isEqualTo("reply.change.back.gone");
    assertThat(change().text()).isEqualTo(OTHER);
    assertThat(signIn(writer).get("/inbox/" + caseId).body())
        .contains("The reply was taken down meanwhile")
        .contains(OTHER);
  }

  @Test
  void aReplyThatSomebodyElseChangedMeanwhileIsNotOverwritten() {
    UUID request = asked(change(OTHER));
    String third = "Please call our office.";
    inOrganization(org, () -> deliveries.edit(delivery(), third, officer));
    await().until(() -> reply().text().equals(third));
    await().until(() -> outcome(request) == Outcome.WITHDRAWN);

    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.OVER);
    assertThat(network.texts()).containsExactly(third);
    assertThat(change().problem()).isEqualTo("reply.change.back.changed");
  }

  @Test
  void aDecisionInTheMidstOfAnotherChangeOverwritesNothing() {
    UUID request = asked(change(OTHER));
    hold();
    String third = "Please call our office.";
    inOrganization(org, () -> deliveries.edit(delivery(), third, officer));
    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.COUNTED);
    assertThat(change().problem()).isEqualTo("reply.change.back.busy");
    letGo();
    await().until(() -> network.texts().equals(List.of(third)));
    assertThat(network.edits).containsExactly(third);
  }

  @Test
  void twoPeopleDoNotAskForDifferentWordsAtATimeAndNoneLosesTheirs() {
    asked(change(OTHER));
    Person colleague = member(org, Role.COMMUNICATIONS);
    String page =
        signIn(colleague)
            .post("/inbox/" + caseId + "/replies/" + id + "/words", "text", "Please call us.")
            .body();
    assertThat(page)
        .contains(writer.name() + " asked for other words already")
        .contains(">Please call us.</textarea>");
    assertThat(change().text()).isEqualTo(OTHER);

    UUID first = Objects.requireNonNull(change().approval());
    UUID second = asked(change("Please call our office."));
    assertThat(outcome(first)).isEqualTo(Outcome.WITHDRAWN);
    assertThat(second).isNotEqualTo(first);
    assertThat(change().approval()).isEqualTo(second);
  }

  @Test
  void aGuardThatBecameStricterAndAWriterWhoLeftChangeNothing() {
    UUID request = asked(change(OTHER));
    watch("sorry");
    decide(request, Decision.APPROVE);
    stayed("reply.change.back.guard");

    UUID another = asked(change("Please call our office."));
    inOrganization(org, () -> members.end(writer.membership(), officer));
    decide(another, Decision.APPROVE);
    assertThat(network.texts()).containsExactly(SAFE);
    Reply seen =
        inOrganization(org, () -> cases.find(caseId, officer).orElseThrow().replies().getFirst());
    assertThat(seen.changes())
        .singleElement()
        .extracting(ReplyChange::problem)
        .isEqualTo("reply.change.back.writer-gone");
  }

  @Test
  void whatTheNetworkDoesNotTakeIsKept() {
    UUID request = asked(change(OTHER));
    network.canned.add(new Canned(422, Map.of(), "{\"error\":\"Not like this\"}"));
    decide(request, Decision.APPROVE);
    await().until(() -> change().state() == ReplyChange.State.BACK);
    stayed("reply.change.back.not-taken");
  }

  @Test
  void whoWorksElsewhereTakesNothingBack() {
    asked(change(OTHER));
    String at = "/inbox/" + caseId + "/replies/" + id + "/words/taking-back";
    assertThat(signIn(org, Role.CLINICIAN).post(at).statusCode()).isEqualTo(403);
    signIn(found("Elsewhere"), Role.ADMINISTRATOR).post(at);
    assertThat(change().state()).isEqualTo(ReplyChange.State.ASKED);
  }

  private Result change(String text) {
    return inOrganization(org, () -> sent.change(id, text, null, me));
  }

  /** Its only change. */
  private ReplyChange change() {
    assertThat(reply().changes()).hasSize(1);
    return reply().changes().getFirst();
  }

  private void stayed(String problem) {
    assertThat(reply().state()).isEqualTo(State.POSTED);
    assertThat(reply().text()).isEqualTo(SAFE);
    assertThat(change().state()).isEqualTo(ReplyChange.State.BACK);
    assertThat(change().problem()).isEqualTo(problem);
    assertThat(change().text()).isEqualTo(OTHER);
    assertThat(history()).contains(CaseEvent.Kind.CHANGE_RETURNED);
    assertThat(network.texts()).containsExactly(SAFE);
    assertThat(network.edits).isEmpty();
  }

  private UUID delivery() {
    Reply.Out out = Objects.requireNonNull(reply().out());
    return deliveries.ofKey(Objects.requireNonNull(out.order())).map(Delivery::id).orElseThrow();
  }

  private Outcome outcome(UUID request) {
    return inOrganization(
        org,
        () -> {
          var ending = approvals.find(request).orElseThrow().ending();
          return ending == null ? Outcome.APPROVED : ending.outcome();
        });
  }

  private static UUID asked(Result result) {
    assertThat(result).isInstanceOf(Result.Asked.class);
    return ((Result.Asked) result).request();
  }

  private Response decide(UUID request, Decision decision) {
    return inOrganization(
        org,
        () ->
            approvals.decide(
                request, approvals.find(request).orElseThrow().version(), decision, "", officer));
  }

  private void watch(String word) {
    inOrganization(
        org,
        () ->
            guard.change(
                new GuardPolicy(
                    List.of(new GuardPolicy.Watched(word, Verdict.Decision.BLOCK)),
                    Set.of(),
                    false,
                    0,
                    "",
                    GuardPolicy.Overriding.ONE_PERSON),
                null,
                officer));
  }
}
