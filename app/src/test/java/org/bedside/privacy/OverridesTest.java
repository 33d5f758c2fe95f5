package org.bedside.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.GuardPolicy.Overriding;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody agrees to words that they haven't read, and the words stay no longer than they must. */
class OverridesTest extends BedsideTest {

  private static final String UNSAFE = "Our records show <b>two</b> visits.";
  private static final String REASON = "The writer signed an authorization for it.";
  private static final Post POST = Post.of("77", "Not good.");

  @Autowired private ReplyPolicy replies;
  @Autowired private GuardPolicies policies;
  @Autowired private Overrides overrides;

  private Org org;

  @BeforeEach
  void twoPeople() {
    org = found("Two people");
    var policy = new GuardPolicy(List.of(), Set.of(), false, 0, "", Overriding.TWO_PEOPLE);
    inOrganization(org, () -> policies.change(policy, null, officer()));
  }

  private SignedIn officer() {
    return somebody(org, Permission.OVERRIDE_GUARD);
  }

  private ReplyPolicy.Decision decided(SignedIn by) {
    return inOrganization(org, () -> replies.decide(UNSAFE, POST, REASON, by));
  }

  private List<@Nullable String> kept() {
    return across
        .jdbc()
        .sql("select words from guard_override where organization_id = ?")
        .param(org.id().value())
        .query(String.class)
        .list();
  }

  @Test
  void theSecondPersonReadsTheExactWordsAndTheReasonAndNobodyElseDoes() {
    decided(officer());

    String page = signIn(org, Role.PRIVACY_OFFICER).get("/settings/overrides").body();

    assertThat(page)
        .contains("Our records show &lt;b&gt;two&lt;/b&gt; visits.", REASON, "Somebody wants")
        .contains("/inbox/mention/77")
        .doesNotContain("<b>two");
    assertThat(signIn(found("Others"), Role.PRIVACY_OFFICER).get("/settings/overrides").body())
        .contains("Nothing waits")
        .doesNotContain(REASON);
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/settings/overrides").statusCode())
        .isEqualTo(403);
    assertThat(inOrganization(org, () -> replies.waiting(POST, somebody(org)))).isEmpty();
  }

  @Test
  void theWordsAreErasedWithTheDecision() {
    decided(officer());
    assertThat(kept()).containsExactly(UNSAFE);
    assertThat(decided(officer())).isInstanceOf(ReplyPolicy.Decision.Allowed.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void whoeverDecidesAgainstItErasesTheWordsAndIsAudited() {
    SignedIn first = officer();
    decided(first);
    Browser second = signIn(org, Role.PRIVACY_OFFICER);
    second.get("/settings/overrides");

    var answer = second.post("/settings/overrides/" + onlyOne() + "/refusal");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(kept()).isEmpty();
    assertThat(recorded(org)).contains("privacy.override-refused");
    assertThat(decided(officer()))
        .as("asked anew")
        .isInstanceOf(ReplyPolicy.Decision.Rejected.class);
  }

  @Test
  void afterAWeekNobodySeesThemAndTheyAreErased() {
    decided(officer());
    clock.advance(Overrides.LONGEST_WAIT.minus(Duration.ofHours(1)));
    assertThat(overrides.due(clock.instant())).doesNotContain(org.id());
    assertThat(inOrganization(org, () -> overrides.waiting(officer()))).hasSize(1);

    clock.advance(Duration.ofHours(2));

    assertThat(inOrganization(org, () -> overrides.waiting(officer()))).isEmpty();
    assertThat(overrides.due(clock.instant())).contains(org.id());
    inOrganization(org, () -> overrides.sweep(clock.instant()));
    assertThat(kept()).isEmpty();
  }

  @Test
  void afterAWeekASecondYesIsTheFirstAgain() {
    decided(officer());
    clock.advance(Overrides.LONGEST_WAIT.plusMinutes(1));

    assertThat(decided(officer())).isInstanceOf(ReplyPolicy.Decision.Rejected.class);
    assertThat(decided(officer())).isInstanceOf(ReplyPolicy.Decision.Allowed.class);
  }

  private UUID onlyOne() {
    return inOrganization(org, () -> overrides.waiting(officer()).getFirst().id());
  }
}
