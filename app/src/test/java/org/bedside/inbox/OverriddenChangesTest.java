package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.inbox.Reply.State;
import org.bedside.inbox.SentReplies.Result;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.GuardPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Other words for a reply that is there, which the guard holds back. */
@Timeout(180)
@SuppressWarnings("NullAway.Init") // each test begins with a reply
class OverriddenChangesTest extends RepliesThatGoOut {

  @Autowired private GuardPolicies guard;

  private String at;

  @BeforeEach
  void aReplyIsThere() {
    send(SAFE);
    at = "/inbox/" + caseId + "/replies/" + awaitReply(State.POSTED).id() + "/words";
  }

  @Test
  void theyAreShownAgainWithWhatTheyDiscloseAndOnlyWhoMayIsAskedWhy() {
    String page = signIn(writer).post(at, "text", DISCLOSING).body();
    assertThat(page)
        .contains("the reply stays as it is", ">" + DISCLOSING + "</textarea>", "Our records show")
        .doesNotContain("name=\"reason\"");

    Browser officer = signIn(org, Role.PRIVACY_OFFICER);
    assertThat(officer.get("/inbox/" + caseId).body()).doesNotContain("name=\"reason\"");
    assertThat(officer.post(at, "text", DISCLOSING).body())
        .contains("name=\"reason\"", ">" + DISCLOSING + "</textarea>");
    assertThat(officer.post(at, "text", DISCLOSING, "reason", "Too short.").body())
        .contains(">Too short.</textarea>", ">" + DISCLOSING + "</textarea>");
    assertThat(network.texts()).containsExactly(SAFE);

    assertThat(officer.post(at, "text", DISCLOSING, "reason", REASON).statusCode()).isEqualTo(302);
    await().until(() -> reply().text().equals(DISCLOSING));
    assertThat(reply().overrideReason()).isEqualTo(REASON);
    assertThat(history()).contains(CaseEvent.Kind.REPLY_OVERRIDDEN);
    assertThat(recorded(org)).contains("inbox.reply-overridden");
  }

  @Test
  void theSecondPersonFindsThemAtTheReplyAndTheyCoverNoNewReply() {
    inOrganization(
        org,
        () ->
            guard.change(
                new GuardPolicy(
                    List.of(), Set.of(), false, 0, "", GuardPolicy.Overriding.TWO_PEOPLE),
                null,
                me));
    Person first = member(org, Role.PRIVACY_OFFICER);
    Person second = member(org, Role.PRIVACY_OFFICER);
    assertThat(signIn(first).post(at, "text", DISCLOSING, "reason", REASON).body())
        .contains("Your organization asks for two people", "You asked for these words");
    assertThat(network.texts()).containsExactly(SAFE);

    assertThat(send(DISCLOSING, REASON, as(org, second)))
        .as("the same words as a reply of their own")
        .isInstanceOf(Result.Rejected.class);
    Browser reader = signIn(second);
    String settings = reader.get("/settings/overrides").body();
    String link = "/inbox/reply/" + file().replies().getFirst().id();
    assertThat(settings).contains(link);
    assertThat(reader.get(link).headers().firstValue("Location").orElse(""))
        .contains("/inbox/" + caseId);
    assertThat(reader.get("/inbox/" + caseId).body())
        .contains(first.name() + " wants these words for the reply")
        .contains(">" + DISCLOSING + "</textarea>", "name=\"reason\"");
    assertThat(signIn(writer).get("/inbox/" + caseId).body()).doesNotContain(DISCLOSING);

    reader.post(at, "text", DISCLOSING, "reason", "I read it, and it is theirs to say.");
    await().until(() -> network.texts().equals(List.of(DISCLOSING)));
  }

  @Test
  void theyAreNotFoundFromElsewhere() {
    String link = "/inbox/reply/" + reply().id();
    Browser elsewhere = signIn(found("Elsewhere"), Role.ADMINISTRATOR);
    assertThat(elsewhere.get(link).statusCode()).isEqualTo(404);
  }
}
