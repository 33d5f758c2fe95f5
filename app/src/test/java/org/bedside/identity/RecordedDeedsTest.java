package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.junit.jupiter.api.Test;

class RecordedDeedsTest extends BedsideTest {

  @Test
  void whateverIsDoneToPeopleTokensAndTheOrganizationIsRecorded() {
    Org org = found("Clinic");
    Person ada = member(org, Role.CLINICIAN);
    Person boss = member(org, Role.ADMINISTRATOR);
    Browser admin = signIn(boss);

    admin.post("/account/password", "current", boss.password(), "password", "quiet harbour at ten");
    admin.submit(
        "/settings/people/invitations", "email", "jun@example.org", "roles", "COMMUNICATIONS");
    admin.post(path(admin.get("/settings/people").body(), "invitations/[0-9a-f-]+/revoke"));
    admin.post("/settings/people/" + ada.membership() + "/end");
    admin.submit("/settings/tokens", "name", "Robot", "permissions", "READ_MENTIONS");
    admin.post(path(admin.get("/settings/tokens").body(), "tokens/[0-9a-f-]+/revoke"));
    admin.post("/settings/organization", "name", "New name", "zone", "Europe/Madrid");
    admin.post("/settings/organizations", "name", "Client", "zone", "Europe/Madrid");

    assertThat(recorded(org))
        .contains(
            "identity.password-changed",
            "identity.invited",
            "identity.invitation-revoked",
            "identity.membership-ended",
            "identity.token-made",
            "identity.token-revoked",
            "identity.organization-changed");
    assertThat(
            across
                .jdbc()
                .sql("select action from audit_entry where actor_name = ? and organization_id <> ?")
                .params(boss.name(), org.id().value())
                .query(String.class)
                .list())
        .contains("identity.organization-founded");
  }

  private static String path(String page, String pattern) {
    Matcher path = Pattern.compile("/settings/(?:people/)?" + pattern).matcher(page);
    assertThat(path.find()).as(page).isTrue();
    return path.group();
  }
}
