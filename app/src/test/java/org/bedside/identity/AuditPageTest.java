package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.audit.AuditTrail;
import org.bedside.audit.Auditable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class AuditPageTest extends BedsideTest {

  @Autowired private ApplicationEventPublisher events;
  @Autowired private AuditTrail trail;

  @Test
  void whatIsDoneIsRecordedWithWhoDidItAndFoundBySubject() {
    Org org = found("Clinic");
    Person ada = member(org, Role.CLINICIAN);
    Person boss = member(org, Role.ADMINISTRATOR);
    Browser admin = signIn(boss);
    admin.post("/settings/people/" + ada.membership(), "roles", "COMMUNICATIONS");

    assertThat(admin.get("/settings/audit").body()).contains("Changed roles", boss.name());
    assertThat(admin.get("/settings/audit?subject=member:" + ada.membership()).body())
        .contains("Changed roles");
    assertThat(admin.get("/settings/audit").body()).contains("Roles: Communications");
    assertThat(admin.get("/settings/audit?subject=member:other").body())
        .contains("Nothing is recorded here");
    assertThat(admin.get("/settings/audit?check=true").body()).contains("The chain is whole");
  }

  @Test
  void aTamperedLineBreaksTheChainFromThereOn() {
    Org org = found("Clinic");
    record(org, "one");
    record(org, "two");
    record(org, "three");
    assertThat(inOrganization(org, () -> trail.firstBroken())).isZero();

    // What only the owner of the database could do: put a line in beside the software.
    across
        .jdbc()
        .sql(
            """
            insert into audit_entry
              (organization_id, number, at, actor, actor_name, action, subject, detail, hash)
            values (?, 4, now(), 'nobody', 'Nobody', 'test.done', 'four', '{}', 'made up')
            """)
        .param(org.id().value())
        .update();

    assertThat(inOrganization(org, () -> trail.firstBroken())).isEqualTo(4);
    assertThat(signIn(org, Role.PRIVACY_OFFICER).get("/settings/audit?check=true").body())
        .contains("The chain breaks at line 4");
  }

  @Test
  void theDownloadHoldsEveryLineAndNoFormula() {
    Org org = found("Clinic");
    record(org, "=HYPERLINK(\"http://example.org\")");
    record(org, "plain");

    HttpResponse<String> csv = signIn(org, Role.PRIVACY_OFFICER).get("/settings/audit.csv");

    assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("audit.csv");
    assertThat(csv.body())
        .contains("\"plain\"")
        .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"");
    assertThat(csv.body().lines()).hasSize(3);
  }

  private void record(Org org, String subject) {
    inOrganization(
        org,
        () ->
            events.publishEvent(
                new Auditable("system", "Bedside", "test.done", subject, Map.of())));
  }
}
