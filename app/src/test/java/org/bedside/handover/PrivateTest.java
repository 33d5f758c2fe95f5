package org.bedside.handover;

import java.time.Duration;
import java.util.Set;
import org.bedside.BedsideTest;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An organization and whom it invites. */
abstract class PrivateTest extends BedsideTest {

  @Autowired protected Handovers handovers;
  @Autowired protected HandoverRules rules;
  @Autowired protected Erasures erasures;

  protected Org org;

  @BeforeEach
  final void anOrganization() {
    org = found("Larkspur Valley Health");
  }

  final Invitation invite(String subject) {
    return invite(subject, "en");
  }

  final Invitation invite(String subject, String language) {
    var by = somebody(org, Permission.OPEN_HANDOVERS);
    return inOrganization(org, () -> handovers.invite("case", subject, language, by));
  }

  final Guest guest(Invitation invitation) {
    return new Guest(browser(), invitation);
  }

  final HandoverState stateOf(String subject) {
    return inOrganization(org, () -> handovers.ofSubject("case", subject).getFirst().state());
  }

  final void rule(int keepDays, Role... readers) {
    var by = somebody(org, Permission.MANAGE_ORGANIZATION);
    inOrganization(
        org,
        () ->
            rules.change(
                new HandoverRule(
                    keepDays, 7, Set.of(readers), Hue.PLUM, "Listening office, 555-0100"),
                by));
  }

  /** Time passes, and what goes by itself goes. */
  final void pass(int days) {
    clock.advance(Duration.ofDays(days));
    CurrentOrganization.run(org.id(), () -> erasures.sweep(clock.instant()));
  }
}
