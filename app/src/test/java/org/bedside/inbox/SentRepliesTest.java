package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bedside.Browser;
import org.bedside.channels.Delivery;
import org.bedside.channels.sending.FakeNetwork.Canned;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Role;
import org.bedside.inbox.Reply.State;
import org.bedside.inbox.SentReplies.Result;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.GuardPolicy;
import org.bedside.understanding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Replies that nobody has to agree to. */
@Timeout(120)
class SentRepliesTest extends RepliesThatGoOut {

  @Autowired private GuardPolicies guard;

  @Test
  void nothingLeavesWhereTheWorkAroundItIsUndone() {
    assertThatThrownBy(
            () ->
                inOrganization(
                    org,
                    () -> {
                      sent.send(caseId, SAFE, account, null, me);
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    send(OTHER);
    awaitReply(State.POSTED);

    assertThat(network.texts()).containsExactly(OTHER);
  }

  @Test
  void itIsPostedOnlyWhenTheNetworkHasItAndThenTheCaseIsAnswered() {
    hold();
    assertThat(send(SAFE)).isInstanceOf(Result.Leaving.class);
    assertThat(reply().state()).isEqualTo(State.LEAVING);
    assertThat(history()).contains(CaseEvent.Kind.REPLY_LEAVING);
    assertThat(history()).doesNotContain(CaseEvent.Kind.REPLY_POSTED);
    assertThat(answered()).isFalse();

    letGo();
    Reply posted = awaitReply(State.POSTED);

    assertThat(network.kept)
        .singleElement()
        .satisfies(one -> assertThat(one.parent()).isEqualTo("777"));
    assertThat(Objects.requireNonNull(posted.out()).url())
        .startsWith("https://social.example/@larkspur/");
    assertThat(answered()).isTrue();
    assertThat(history()).contains(CaseEvent.Kind.REPLY_POSTED);
    assertThat(recorded(org)).contains("inbox.reply-sent");
  }

  @Test
  void pressingTwiceSendsOnce() {
    hold();
    Result first = send(SAFE);
    assertThat(send(SAFE)).isEqualTo(first);
    letGo();
    awaitReply(State.POSTED);
    send(SAFE);

    assertThat(reply().state()).isEqualTo(State.POSTED);
    assertThat(deliveriesOf()).isEqualTo(1);
  }

  @Test
  void whatTheNetworkRefusesComesBackAsADraftAndIsNeverThereTwice() {
    network.canned.add(new Canned(422, Map.of(), "{\"error\":\"Not like this\"}"));
    UUID first = ((Result.Leaving) send(SAFE)).delivery();
    awaitDelivery(first, Delivery.State.REFUSED);
    assertThat(reply().state()).isEqualTo(State.LEAVING);
    assertThat(signIn(writer).get("/inbox/" + caseId).body()).contains("Take back");
    assertThat(send(SAFE)).isInstanceOf(Result.Unfit.class);

    // the attempt above is a draft by now, so the words come back beside it
    long refused = file().replies().getFirst().id();
    assertThat(with(refused, id -> sent.takeBack(id, me))).isTrue();
    assertThat(file().replies())
        .extracting(Reply::state)
        .containsExactlyInAnyOrder(State.RETURNED, State.DRAFT);
    assertThat(send(SAFE)).isInstanceOf(Result.Leaving.class);
    await().until(() -> network.texts().size() == 1);
    assertThat(inOrganization(org, () -> deliveries.sendAgain(first, me))).isFalse();
    assertThat(network.texts()).containsExactly(SAFE);
  }

  @Test
  void whatIsTakenBackInTimeIsTheDraftAgain() {
    hold();
    send(SAFE);
    assertThat(with(reply().id(), id -> sent.takeBack(id, me))).isTrue();
    assertThat(reply().state()).isEqualTo(State.DRAFT);
    assertThat(reply().text()).isEqualTo(SAFE);
    assertThat(history()).contains(CaseEvent.Kind.REPLY_RETURNED);
    letGo();
    send(OTHER);
    awaitReply(State.POSTED);
    assertThat(network.texts()).containsExactly(OTHER);
    assertThat(with(reply().id(), id -> sent.takeBack(id, me))).isFalse();
  }

  @Test
  void anotherDraftThatWasBegunMeanwhileStays() {
    hold();
    send(SAFE);
    inOrganization(org, () -> replies.keepDraft(caseId, OTHER, me));
    long first = file().replies().getFirst().id();
    with(first, id -> sent.takeBack(id, me));

    assertThat(file().replies())
        .extracting(Reply::state, Reply::text)
        .containsExactlyInAnyOrder(tuple(State.RETURNED, SAFE), tuple(State.DRAFT, OTHER));
  }

  @Test
  void tooLongForTheNetworkIsRefusedAndKept() {
    String text = "Thank you for your feedback. ".repeat(20).strip();
    assertThat(send(text)).isEqualTo(new Result.Unfit("reply.too-long-for", "500"));
    assertThat(reply().state()).isEqualTo(State.DRAFT);
    assertThat(reply().text()).isEqualTo(text);
  }

  @Test
  void anAccountsOwnLengthCountsInTheComposerToo() {
    CurrentOrganization.call(org.id(), () -> channels.check(account, me));
    String page = signIn(writer).get("/inbox/" + caseId + "/reply").body();
    assertThat(page).contains("data-limit=\"1000\"");
    assertThat(page).as("only who is mentioned is told").contains(">@wren@far.example </textarea>");
    assertThat(page).as("the saved views").contains("menu-end views\"");
    assertThat(
            inOrganization(org, () -> replies.review(caseId, "@wren@far.example " + SAFE))
                .decision())
        .isEqualTo(Verdict.Decision.ALLOW);
  }

  @Test
  void anAccountThatWentMeanwhileLosesNoWords() {
    inOrganization(org, () -> channels.remove(account, me));
    assertThat(send(SAFE)).isEqualTo(new Result.Unfit("reply.account-gone", ""));
    assertThat(reply().text()).isEqualTo(SAFE);
  }

  @Test
  void otherWordsGoThroughTheGuardAndAreSignedByWhoeverChangedThem() {
    send(SAFE);
    long id = awaitReply(State.POSTED).id();
    assertThat(change(id, DISCLOSING)).isInstanceOf(Result.Rejected.class);
    assertThat(change(id, "word ".repeat(200))).isInstanceOf(Result.Unfit.class);

    Person colleague = member(org, Role.COMMUNICATIONS);
    inOrganization(org, () -> sent.change(id, OTHER, null, as(org, colleague)));
    await().until(() -> reply().text().equals(OTHER));

    assertThat(network.texts()).containsExactly(OTHER);
    assertThat(file().events())
        .filteredOn(one -> one.kind() == CaseEvent.Kind.REPLY_CHANGED)
        .singleElement()
        .extracting(CaseEvent::by)
        .isEqualTo(colleague.name());
  }

  @Test
  void aFurtherReplyWhereANetworkShowsThemAllTakesThePlaceOfNone() {
    send(SAFE);
    awaitReply(State.POSTED);
    assertThat(signIn(writer).get("/inbox/" + caseId + "/reply").body())
        .contains("name=\"send\" value=\"yes\"")
        .doesNotContain("shows one only");
    send(OTHER);
    await().until(() -> network.texts().equals(List.of(SAFE, OTHER)));
  }

  @Test
  void whatIsTakenDownIsGoneThere() {
    send(SAFE);
    long id = awaitReply(State.POSTED).id();
    assertThat(with(id, one -> sent.takeDown(one, me))).isTrue();
    awaitReply(State.REMOVED);
    assertThat(network.texts()).isEmpty();
    assertThat(history()).contains(CaseEvent.Kind.REPLY_REMOVED);
  }

  @Test
  void aPostThatIsGoneIsNotAnsweredThoughItsWriterLeft() {
    hold();
    UUID delivery = ((Result.Leaving) send(SAFE)).delivery();
    across
        .jdbc()
        .sql("update membership set ended_at = now() where id = ?")
        .param(writer.membership())
        .update();
    inOrganization(org, () -> intake.withdraw(source, List.of("777")));
    awaitDelivery(delivery, Delivery.State.CANCELLED);
    letGo();
    assertThat(network.texts()).isEmpty();
  }

  @Test
  void aReplyOfAMergedCaseFindsItsWay() {
    hold();
    send(SAFE);
    long into = receive("778", "The billing desk was rude to me all morning.", "@ada@far.example");
    long from = caseId;
    int version = file().row().version();
    inOrganization(org, () -> cases.merge(from, version, into, me));
    caseId = into;
    letGo();
    awaitReply(State.POSTED);
    assertThat(network.kept.getFirst().parent()).isEqualTo("777");
    assertThat(history()).contains(CaseEvent.Kind.REPLY_POSTED);
  }

  @Test
  void twoPeopleOverrideAndOnlyThenItLeaves() {
    inOrganization(
        org,
        () ->
            guard.change(
                new GuardPolicy(
                    List.of(), Set.of(), false, 0, "", GuardPolicy.Overriding.TWO_PEOPLE),
                null,
                me));
    var first = as(org, member(org, Role.PRIVACY_OFFICER));
    var second = as(org, member(org, Role.PRIVACY_OFFICER));
    assertThat(send(DISCLOSING, REASON, me)).isInstanceOf(Result.Rejected.class);
    assertThat(((Result.Rejected) send(DISCLOSING, REASON, first)).code())
        .isEqualTo("reply.second-person");
    assertThat(network.texts()).isEmpty();

    assertThat(send(DISCLOSING, REASON, second)).isInstanceOf(Result.Leaving.class);
    await().until(() -> network.texts().equals(List.of(DISCLOSING)));
    assertThat(history()).contains(CaseEvent.Kind.REPLY_OVERRIDDEN);
  }

  @Test
  void whoMayNotWriteRepliesOrWorksElsewhereCanDoNothingToThem() {
    send(SAFE);
    long id = awaitReply(State.POSTED).id();
    String at = "/inbox/" + caseId + "/replies/" + id;
    for (String deed : List.of("/taking-back", "/taking-down", "/words")) {
      assertThat(signIn(org, Role.CLINICIAN).post(at + deed, "text", OTHER).statusCode())
          .isEqualTo(403);
    }
    Browser elsewhere = signIn(found("Elsewhere"), Role.ADMINISTRATOR);
    for (String deed : List.of("/taking-back", "/taking-down", "/words")) {
      assertThat(elsewhere.post(at + deed, "text", OTHER).statusCode()).isEqualTo(302);
    }
    assertThat(reply().state()).isEqualTo(State.POSTED);
    assertThat(network.texts()).containsExactly(SAFE);
  }

  private Result change(long id, String text) {
    return inOrganization(org, () -> sent.change(id, text, null, me));
  }

  private boolean answered() {
    return across
        .jdbc()
        .sql("select answered_at is not null from inbox_case where id = ?")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  private long deliveriesOf() {
    return across
        .jdbc()
        .sql("select count(*) from delivery where organization_id = ?")
        .param(org.id().value())
        .query(Long.class)
        .single();
  }

  private void awaitDelivery(UUID id, Delivery.State state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> inOrganization(org, () -> deliveries.find(id).orElseThrow().state()),
            state::equals);
  }
}
