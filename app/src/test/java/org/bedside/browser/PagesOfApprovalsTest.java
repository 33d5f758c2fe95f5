package org.bedside.browser;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Risk;
import org.bedside.approvals.Subject;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfApprovalsTest extends EveryPage {

  @Autowired private Approvals approvals;
  @Autowired private Policies policies;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/approvals", this::asked),
        at("/approvals", "/approvals?view=decided"),
        empty("/approvals"),
        at("/approvals/{id}", () -> "/approvals/" + approval(false)),
        at("/approvals/{id}", () -> "/approvals/" + approval(true)),
        at("/settings/approvals", this::tried),
        empty("/settings/approvals"),
        at("/settings/approvals/new"),
        at("/settings/approvals/{id}", () -> "/settings/approvals/" + policy()));
  }

  private String policy() {
    SignedIn by = somebody(full);
    Ask everybody =
        new Ask(
            Ask.Rule.ALL_OF,
            List.of(
                new Party.Holder(Role.PRIVACY_OFFICER),
                new Party.Person(UUID.randomUUID(), Awkward.ENDLESS.substring(0, 60))));
    Ask officer = new Ask(Ask.Rule.ANY_OF, List.of(new Party.Holder(Role.PRIVACY_OFFICER)));
    Policy.Description what =
        new Policy.Description(
            Awkward.ENDLESS.substring(0, 100),
            new Condition(
                Set.of(),
                Set.of("es", "en"),
                Set.of("Staff " + Awkward.ENDLESS.substring(0, 60)),
                List.of(),
                Risk.Verdict.WARN,
                Risk.Urgency.LOW,
                10),
            List.of(officer, everybody),
            Duration.ofHours(3),
            true);
    return inOrganization(
        full,
        () -> {
          if (policies.all().isEmpty()) {
            policies.add(
                new Policy.Description(
                    "Everything", Condition.ALWAYS, List.of(officer), Duration.ofHours(3), false),
                by);
            policies.add(what, by);
          }
          return policies.all().getLast().id().toString();
        });
  }

  private String approval(boolean over) {
    policy();
    SignedIn by = somebody(full);
    Subject subject =
        new Subject(
            "reply",
            UUID.randomUUID().toString(),
            "A review " + Awkward.ENDLESS.substring(0, 150),
            Awkward.ARABIC + "\n\n" + Awkward.ENDLESS,
            "/inbox",
            Awkward.ENDLESS.substring(0, 60),
            null,
            Set.of("Staff " + Awkward.ENDLESS.substring(0, 60)),
            new Risk(Risk.Verdict.BLOCK_OVERRIDDEN, Risk.Urgency.CRITICAL, 99),
            by.id(),
            null);
    UUID id = inOrganization(full, () -> approvals.request(subject, by));
    asMaren
        .open("/approvals/" + id)
        .fill("Comment", Awkward.ENDLESS)
        .press(over ? "Refuse" : "Approve");
    asMaren.page().waitForURL("**/approvals/" + id);
    return id.toString();
  }

  private String asked() {
    approval(true);
    approval(false);
    return "/approvals";
  }

  private String tried() {
    policy();
    return "/settings/approvals?try=1&verdict=WARN&urgency=HIGH&priority=50&topic=Staff+"
        + Awkward.ENDLESS.substring(0, 60);
  }
}
