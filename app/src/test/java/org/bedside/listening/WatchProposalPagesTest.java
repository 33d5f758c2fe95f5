package org.bedside.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WatchProposalPagesTest extends BedsideTest {

  @Autowired private Watches watches;
  @Autowired private Sources sources;
  @Autowired private PostIntake intake;

  @Test
  void proposalsShowWhatTheyWouldMatchAndOnlyTheChosenAreSaved() {
    Org org = found("Hope");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    inOrganization(
        org,
        () -> {
          UUID file =
              sources
                  .add(Source.Kind.API, "Pushed", null, Source.Takes.ALL, null, somebody(org))
                  .id();
          intake.receive(
              file,
              List.of(
                  RawPost.of("a", "I hope it stays dry"),
                  RawPost.of("b", "Hope in Elmton was kind"),
                  RawPost.of("c", "thanks @hope_elmton")));
        });

    assertThat(admin.get("/watches/propose").body()).contains("everyday words");
    String[] entered = {
      "names",
      "Hope\r\nLarkspur House\r\nLarkspur House Annex",
      "places",
      "Elmton",
      "handles",
      "@hope_elmton"
    };
    String page = admin.post("/watches/propose", entered).body();
    assertThat(page)
        .contains("The name alone would match 2 of 3 posts")
        .contains("<mark class=\"hl\">Hope</mark> in <mark class=\"hl\">Elmton</mark> was kind")
        .contains("@hope_elmton")
        .contains("“Larkspur House” finds all of it")
        .containsPattern("value=\"[^\"]*larkspur house[^\"]*\" checked")
        .doesNotContainPattern("value=\"[^\"]*larkspur house annex[^\"]*\" checked");

    String[] chosen = {
      "names",
      "Hope\r\nLarkspur House",
      "places",
      "Elmton",
      "handles",
      "@hope_elmton",
      "chosen",
      "@hope_elmton",
      "chosen",
      "\"larkspur house\"",
      "chosen",
      "\"never proposed\""
    };
    assertThat(admin.submit("/watches/propose/save", chosen).body())
        .contains("2 watches are saved. All stored posts are being looked through.");
    assertThat(admin.submit("/watches/propose/save", chosen).body()).contains("No watch was saved");
    assertThat(inOrganization(org, () -> watches.all()))
        .extracting(StoredWatch::name, StoredWatch::query)
        .containsExactly(
            tuple("@hope_elmton", "@hope_elmton"), tuple("Larkspur House", "\"larkspur house\""));
    assertThat(admin.post("/watches/propose", entered).body())
        .doesNotContain("value=\"@hope_elmton\"");
  }

  @Test
  void aNameThatManyHospitalsBearIsFlaggedWithoutAnyListOfOnesOwn() {
    Browser admin = signIn(found("Mercy Hospital"), Role.ADMINISTRATOR);
    assertThat(admin.post("/watches/propose", "names", "Mercy Hospital", "places", "Elmton").body())
        .contains("Others bear this name too");
  }

  @Test
  void thoseWhoMayNotManageWatchesAreNotLetIn() {
    assertThat(signIn(found("Larkspur"), Role.CLINICIAN).get("/watches/propose").statusCode())
        .isEqualTo(403);
  }
}
