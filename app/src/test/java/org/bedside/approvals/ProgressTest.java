package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bedside.approvals.Ask.Rule.ALL_OF;
import static org.bedside.approvals.Ask.Rule.ANY_OF;
import static org.bedside.identity.Role.CLINICIAN;
import static org.bedside.identity.Role.COMMUNICATIONS;
import static org.bedside.identity.Role.PRIVACY_OFFICER;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Ask.Rule;
import org.bedside.identity.Member;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Member AUTHOR = member("Kit", COMMUNICATIONS, PRIVACY_OFFICER);
  private static final Member OFFICER = member("Maren", PRIVACY_OFFICER);
  private static final Member DOCTOR = member("Tomasz", CLINICIAN);
  private static final List<Member> ALL = List.of(AUTHOR, OFFICER, DOCTOR);

  private static Member member(String name, Role... roles) {
    return new Member(UUID.randomUUID(), name, name + "@example.org", Set.of(roles), Instant.EPOCH);
  }

  private static Step step(Rule rule, boolean authorMay, Role... roles) {
    List<Party> parties = List.of(roles).stream().<Party>map(Party.Holder::new).toList();
    return new Step(new Ask(rule, parties), authorMay, List.of());
  }

  private static Given yes(int step, Member by) {
    return new Given(step, by.id(), by.name(), Decision.APPROVE, "", Instant.EPOCH);
  }

  private static Progress of(Step step, List<Member> here, Given... given) {
    return Progress.of(List.of(step), List.of(given), AUTHOR.id(), here);
  }

  @Test
  void theAuthorCountsAsOneOfSeveralOnlyWhereThePolicySaysSo() {
    Step strict = step(ALL_OF, false, COMMUNICATIONS, CLINICIAN);
    Step mild = step(ALL_OF, true, COMMUNICATIONS, CLINICIAN);

    assertThat(of(strict, ALL).isStuck()).as("only the author plays that part").isTrue();
    assertThat(of(mild, ALL).isStuck()).isFalse();
    assertThat(of(mild, ALL).waiting()).containsExactlyInAnyOrder(AUTHOR.id(), DOCTOR.id());
    assertThat(of(mild, ALL, yes(0, AUTHOR)).isDone()).isFalse();
    assertThat(of(mild, ALL, yes(0, AUTHOR), yes(0, DOCTOR)).isDone()).isTrue();
  }

  @Test
  void theAuthorAloneIsNeverEnoughHoweverManyPartsThatIs() {
    Step mild = step(ALL_OF, true, COMMUNICATIONS, PRIVACY_OFFICER);

    Progress alone = of(mild, ALL, yes(0, AUTHOR));
    assertThat(alone.isDone()).isFalse();
    assertThat(alone.waiting()).containsExactly(OFFICER.id());
    assertThat(of(mild, ALL, yes(0, AUTHOR), yes(0, OFFICER)).isDone()).isTrue();
    assertThat(of(mild, List.of(AUTHOR, DOCTOR), yes(0, AUTHOR)).isStuck()).isTrue();

    Step any = step(ANY_OF, true, COMMUNICATIONS, PRIVACY_OFFICER);
    assertThat(of(any, ALL, yes(0, AUTHOR)).isDone()).isFalse();
    assertThat(of(any, ALL).waiting()).containsExactly(OFFICER.id());
  }

  @Test
  void aYesCountsForTheStepThatItWasGivenAt() {
    List<Step> two =
        List.of(
            step(ANY_OF, false, PRIVACY_OFFICER), step(ANY_OF, false, PRIVACY_OFFICER, CLINICIAN));

    Progress progress = Progress.of(two, List.of(yes(0, OFFICER)), AUTHOR.id(), ALL);
    assertThat(progress.isDone()).isFalse();
    assertThat(progress.waiting()).containsExactlyInAnyOrder(OFFICER.id(), DOCTOR.id());
  }

  @Test
  void aStepIsStuckOnceNobodyIsLeftForIt() {
    assertThat(of(step(ANY_OF, false, CLINICIAN, PRIVACY_OFFICER), List.of(OFFICER)).isStuck())
        .isFalse();
    assertThat(of(step(ALL_OF, false, CLINICIAN, PRIVACY_OFFICER), List.of(OFFICER)).isStuck())
        .isTrue();
    assertThat(of(step(ANY_OF, false, CLINICIAN), List.of(OFFICER), yes(0, DOCTOR)).isStuck())
        .as("the doctor has left")
        .isTrue();
  }
}
