package org.bedside.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.GuardPolicy.Overriding;
import org.bedside.privacy.GuardPolicy.Watched;
import org.bedside.understanding.Post;
import org.bedside.understanding.Verdict.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An organization may hold more replies back than the guard does, and never fewer. */
class GuardSettingsTest extends BedsideTest {

  private static final String SAFE = "Thank you for your feedback. Please call 555-0110.";
  private static final String UNSAFE = "Our records show that you missed two visits.";
  private static final String REASON = "The words are no longer needed, says counsel.";
  private static final Post POST = Post.of("mention-1", "Not good.");

  @Autowired private ReplyPolicy replies;
  @Autowired private GuardPolicies policies;

  private Decision said(Org org, String reply) {
    return inOrganization(org, () -> replies.review(reply, POST)).decision();
  }

  private GuardPolicy kept(Org org) {
    return inOrganization(org, () -> policies.current()).policy();
  }

  private SignedIn officer(Org org) {
    return somebody(org, Permission.OVERRIDE_GUARD);
  }

  private static GuardPolicy overridden(Overriding overriding) {
    return new GuardPolicy(List.of(), Set.of(), false, 0, "", overriding);
  }

  private static String[] fields(String block, String sentences, String overriding, String reason) {
    return new String[] {
      "block",
      block,
      "warn",
      "",
      "invitation",
      "",
      "sentences",
      sentences,
      "overriding",
      overriding,
      "reason",
      reason
    };
  }

  @Test
  void whatAnAdministratorWatchesHoldsForTheNextReplyOfThatOrganizationAlone() {
    Org org = found("Watching");
    Org other = found("Not watching");
    assertThat(said(org, SAFE)).isEqualTo(Decision.ALLOW);

    var answer =
        signIn(org, Role.ADMINISTRATOR)
            .post("/settings/guard", fields("your feedback", "0", "ONE_PERSON", ""));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(said(org, SAFE)).isEqualTo(Decision.BLOCK);
    assertThat(said(other, SAFE)).isEqualTo(Decision.ALLOW);
    assertThat(recorded(org)).contains("privacy.guard-made-stricter");
  }

  @ParameterizedTest
  @CsvSource({
    "a b, 99, ONE_PERSON, date",
    "a b, -1, ONE_PERSON, date",
    "a b, x, ONE_PERSON, date",
    "a b, 2, ANYBODY, date",
    "a b, 2, ONE_PERSON, no-such-rule",
    "'***', 2, ONE_PERSON, date"
  })
  void aCraftedFormChangesNothing(String block, String sentences, String overriding, String rule) {
    Org org = found("Crafted");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    admin.post("/settings/guard", fields("visit", "3", "NOBODY", ""));
    GuardPolicy before = kept(org);

    var answer =
        admin.post(
            "/settings/guard",
            "block",
            block,
            "sentences",
            sentences,
            "overriding",
            overriding,
            "rule",
            rule,
            "allow",
            "yes",
            "decision",
            "ALLOW",
            "reason",
            REASON);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("nothing was saved");
    assertThat(kept(org)).isEqualTo(before);
    assertThat(said(org, UNSAFE)).isEqualTo(Decision.BLOCK);
  }

  @Test
  void noPolicyLetsThroughWhatTheGuardBlocks() {
    Org org = found("Loosest");
    signIn(org, Role.ADMINISTRATOR).post("/settings/guard", fields("", "0", "ONE_PERSON", REASON));
    assertThat(said(org, UNSAFE)).isEqualTo(Decision.BLOCK);
  }

  @Test
  void takingStrictnessBackNeedsAWrittenReasonAndIsAudited() {
    Org org = found("Taking back");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    admin.post("/settings/guard", fields("feedback", "2", "NOBODY", ""));
    GuardPolicy before = kept(org);

    var refused = admin.post("/settings/guard", fields("", "0", "ONE_PERSON", "because"));

    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body()).contains("Nothing was saved yet", "Words that are watched");
    assertThat(kept(org)).isEqualTo(before);
    assertThat(recorded(org)).doesNotContain("privacy.guard-strictness-taken-back");

    admin.post("/settings/guard", fields("", "0", "ONE_PERSON", REASON));

    assertThat(kept(org)).isEqualTo(GuardPolicy.BUILT_IN);
    assertThat(recorded(org)).contains("privacy.guard-strictness-taken-back");
  }

  @Test
  void nobodyButAnAdministratorChangesIt() {
    Org org = found("Others");
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        var answer =
            signIn(org, role).post("/settings/guard", fields("", "0", "ONE_PERSON", REASON));
        assertThat(answer.statusCode()).as(role.name()).isEqualTo(403);
      }
    }
  }

  @Test
  void whatAnotherProcessChangedHoldsForTheNextReply() {
    Org org = found("Two processes");
    inOrganization(
        org,
        () ->
            policies.change(
                new GuardPolicy(
                    List.of(new Watched("feedback", Decision.WARN)),
                    Set.of(),
                    false,
                    0,
                    "",
                    Overriding.ONE_PERSON),
                null,
                officer(org)));
    assertThat(said(org, SAFE)).isEqualTo(Decision.WARN);
    across
        .jdbc()
        .sql(
            "update guard_policy set all_block = true, version = version + 1"
                + " where organization_id = ?")
        .param(org.id().value())
        .update();
    assertThat(said(org, SAFE)).isEqualTo(Decision.BLOCK);
  }

  @Test
  void whereTwoPeopleAreAskedForOneAloneNeverOverrides() {
    Org org = found("Two people");
    inOrganization(
        org, () -> policies.change(overridden(Overriding.TWO_PEOPLE), null, officer(org)));
    SignedIn first = officer(org);
    SignedIn second = officer(org);

    for (int i = 0; i < 2; i++) {
      assertThat(decided(org, UNSAFE, first)).isInstanceOf(ReplyPolicy.Decision.Rejected.class);
    }
    assertThat(decided(org, UNSAFE + " Regards.", second))
        .as("other words")
        .isInstanceOf(ReplyPolicy.Decision.Rejected.class);
    assertThat(decided(org, UNSAFE, second)).isInstanceOf(ReplyPolicy.Decision.Allowed.class);
    assertThat(decided(org, UNSAFE, second))
        .as("once only")
        .isInstanceOf(ReplyPolicy.Decision.Rejected.class);
  }

  @Test
  void whereNobodyMayOverrideNoReasonHelps() {
    Org org = found("Nobody");
    inOrganization(org, () -> policies.change(overridden(Overriding.NOBODY), null, officer(org)));
    assertThat(decided(org, UNSAFE, officer(org)))
        .isInstanceOfSatisfying(
            ReplyPolicy.Decision.Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo("reply.nobody-overrides"));
    assertThat(inOrganization(org, () -> replies.mayOverride(officer(org)))).isFalse();
  }

  private ReplyPolicy.Decision decided(Org org, String reply, SignedIn by) {
    return inOrganization(org, () -> replies.decide(reply, POST, REASON, by));
  }

  @Test
  void tryingAReplyShowsWhatIsSaidOfItWithItsWordsAndKeepsNothing() {
    Org org = found("Trying");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    var answer =
        admin.post(
            "/settings/guard/try", "review", "<b>Bad</b> place.", "reply", UNSAFE + " <i>Hi</i>");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("This reply is held back", "&lt;b&gt;Bad")
        .doesNotContain("<b>Bad", "<i>Hi");
    assertThat(kept(org)).isEqualTo(GuardPolicy.BUILT_IN);
  }
}
