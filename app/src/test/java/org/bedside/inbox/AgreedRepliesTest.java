package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Decision;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Response;
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

/** Replies that somebody has to agree to. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // each test begins with a policy
class AgreedRepliesTest extends RepliesThatGoOut {

  @Autowired private Approvals approvals;
  @Autowired private Policies policies;
  @Autowired private GuardPolicies guard;
  @Autowired private Members members;

  private SignedIn officer;
  private SignedIn another;

  @BeforeEach
  void somebodyHasToAgree() {
    officer = as(org, member(org, Role.PRIVACY_OFFICER));
    another = as(org, member(org, Role.PRIVACY_OFFICER));
    Condition mastodon =
        new Condition(
            Set.of("mastodon"),
            Set.of(),
            Set.of(),
            List.of(),
            Condition.ALWAYS.verdict(),
            Condition.ALWAYS.urgency(),
            0);
    Ask ask = new Ask(Ask.Rule.ANY_OF, List.of(new Party.Holder(Role.PRIVACY_OFFICER)));
    inOrganization(
        org,
        () ->
            policies.add(
                new Policy.Description("All", mastodon, List.of(ask), Duration.ofHours(4), false),
                officer));
  }

  @Test
  void itLeavesWhenItIsAgreedToAndPressingTwiceAsksOnce() {
    UUID request = asked(send(SAFE));
    assertThat(asked(send(SAFE))).isEqualTo(request);
    assertThat(reply().state()).isEqualTo(State.ASKED);
    assertThat(network.texts()).isEmpty();

    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.COUNTED);
    awaitReply(State.POSTED);
    assertThat(network.texts()).containsExactly(SAFE);
    assertThat(history())
        .contains(
            CaseEvent.Kind.REPLY_ASKED, CaseEvent.Kind.REPLY_LEAVING, CaseEvent.Kind.REPLY_POSTED);
  }

  @Test
  void whatIsNotAgreedToComesBackWithItsReason() {
    decide(asked(send(SAFE)), Decision.REFUSE);
    cameBack("reply.back.refused");
    assertThat(signIn(writer).get("/inbox/" + caseId + "/reply").body())
        .contains("It was not agreed to")
        .contains(SAFE);
  }

  @Test
  void agreementThatComesTooLateSendsNothing() {
    UUID request = asked(send(SAFE));
    clock.advance(Duration.ofHours(5));
    assertThat(decide(request, Decision.APPROVE)).isIn(Response.LATE, Response.OVER);
    cameBack("reply.back.expired");
  }

  @Test
  void whatIsTakenBackIsNotSentByALaterYes() {
    UUID request = asked(send(SAFE));
    assertThat(with(reply().id(), id -> sent.takeBack(id, me))).isTrue();
    cameBack("reply.back.withdrawn");
    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.OVER);
    cameBack("reply.back.withdrawn");
    assertThat(asked(send(SAFE))).isNotEqualTo(request);
  }

  @Test
  void aGuardThatBecameStricterKeepsItBack() {
    UUID request = asked(send(SAFE));
    watch("feedback");
    decide(request, Decision.APPROVE);
    cameBack("reply.back.guard");
  }

  @Test
  void anOverrideOfTwoPeopleHoldsUntilItIsAgreedTo() {
    change(List.of(), GuardPolicy.Overriding.TWO_PEOPLE);
    send(DISCLOSING, REASON, officer);
    UUID request = asked(send(DISCLOSING, REASON, another));
    SignedIn third = as(org, member(org, Role.PRIVACY_OFFICER));
    inOrganization(
        org,
        () ->
            approvals.decide(
                request,
                approvals.find(request).orElseThrow().version(),
                Decision.APPROVE,
                "",
                third));
    await().until(() -> network.texts().equals(List.of(DISCLOSING)));
  }

  @Test
  void anOverrideOfOneDoesNotCoverWhatTheGuardWatchesSince() {
    UUID request = asked(send(DISCLOSING, REASON, another));
    watch("records");
    decide(request, Decision.APPROVE);
    assertThat(network.texts()).isEmpty();
    assertThat(history()).contains(CaseEvent.Kind.REPLY_RETURNED);
  }

  @Test
  void whoHasLeftSendsNothingAndColleaguesSeeTheWords() {
    UUID request = asked(send(SAFE));
    inOrganization(org, () -> members.end(writer.membership(), officer));
    decide(request, Decision.APPROVE);
    assertThat(network.texts()).isEmpty();
    Reply seen =
        inOrganization(org, () -> cases.find(caseId, officer).orElseThrow().replies().getFirst());
    assertThat(seen.state()).isEqualTo(State.RETURNED);
    assertThat(seen.problem()).isEqualTo("reply.back.writer-gone");
  }

  @Test
  void whoMayNotWriteAnyMoreSendsNothing() {
    UUID request = asked(send(SAFE));
    inOrganization(
        org, () -> members.assignRoles(writer.membership(), Set.of(Role.CLINICIAN), officer));
    decide(request, Decision.APPROVE);
    cameBack("reply.back.writer-may-not");
  }

  @Test
  void anAccountThatWentMeanwhileDoesNotKeepPeopleFromDeciding() {
    UUID request = asked(send(SAFE));
    inOrganization(org, () -> channels.remove(account, me));
    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.COUNTED);
    cameBack("channels.order.no-channel");
  }

  @Test
  void aPostThatIsGoneIsNotAskedAbout() {
    UUID request = asked(send(SAFE));
    inOrganization(org, () -> intake.withdraw(source, List.of("777")));
    assertThat(decide(request, Decision.APPROVE)).isEqualTo(Response.OVER);
    assertThat(network.texts()).isEmpty();
  }

  private static UUID asked(Result result) {
    assertThat(result).isInstanceOf(Result.Asked.class);
    return ((Result.Asked) result).request();
  }

  private void cameBack(String problem) {
    assertThat(reply().state()).isEqualTo(State.DRAFT);
    assertThat(reply().text()).isEqualTo(SAFE);
    assertThat(reply().problem()).isEqualTo(problem);
    assertThat(history()).contains(CaseEvent.Kind.REPLY_RETURNED);
    assertThat(network.texts()).isEmpty();
  }

  private Response decide(UUID request, Decision decision) {
    return inOrganization(
        org,
        () ->
            approvals.decide(
                request, approvals.find(request).orElseThrow().version(), decision, "", officer));
  }

  private void watch(String word) {
    change(
        List.of(new GuardPolicy.Watched(word, Verdict.Decision.BLOCK)),
        GuardPolicy.Overriding.ONE_PERSON);
  }

  private void change(List<GuardPolicy.Watched> watched, GuardPolicy.Overriding overriding) {
    inOrganization(
        org,
        () ->
            guard.change(
                new GuardPolicy(watched, Set.of(), false, 0, "", overriding), null, officer));
  }
}
