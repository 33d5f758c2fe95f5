package org.bedside.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RemovedAccountTest extends BedsideTest {

  @Autowired private Channels channels;

  @Test
  void itsKeysAreForgottenHereAndWhoRemovesItIsToldToEndThemThere() {
    Org org = found("Larkspur Health");
    var by = somebody(org);
    NewChannel account =
        new NewChannel(
            Network.BLUESKY,
            "Main campus",
            null,
            Map.of(Key.USER, "larkspur.example", Key.APP_PASSWORD, "abcd-efgh"));
    UUID id = inOrganization(org, () -> channels.add(account, by));
    Browser browser = signIn(org, Role.ADMINISTRATOR);
    assertThat(browser.get("/settings/channels").body())
        .contains("At Bluesky they stay good until you end them there");

    assertThat(browser.submit("/settings/channels/" + id + "/remove").body())
        .contains("Main campus is removed, and its keys are forgotten here. End them at Bluesky");

    assertThat(inOrganization(org, channels::all)).isEmpty();
    assertThat(sealedKeys(id)).isZero();
  }

  private long sealedKeys(UUID channel) {
    return across
        .jdbc()
        .sql("select count(*) from channel where id = ? and sealed is not null")
        .param(channel)
        .query(Long.class)
        .single();
  }
}
