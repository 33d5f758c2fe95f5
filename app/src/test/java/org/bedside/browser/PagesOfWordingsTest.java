package org.bedside.browser;

import java.util.Set;
import java.util.stream.Stream;
import org.bedside.identity.SignedIn;
import org.bedside.wordings.Language;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Tone;
import org.bedside.wordings.WordingText;
import org.bedside.wordings.Wordings;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfWordingsTest extends EveryPage {

  @Autowired private Wordings wordings;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/settings/wordings", this::worded),
        empty("/settings/wordings"),
        at("/settings/wordings/new"),
        at("/settings/wordings/{id}", () -> "/settings/wordings/" + wording()),
        at("/settings/wordings/contacts"),
        at("/settings/wordings/contacts", () -> "/settings/wordings/contacts?location=" + place()),
        at("/inbox/{id}/reply", this::composed));
  }

  /** The starter set, and one of awkward length that the guard objects to. */
  private String worded() {
    SignedIn by = somebody(full);
    if (inOrganization(full, () -> wordings.all()).isEmpty()) {
      inOrganization(
          full,
          () -> {
            wordings.takeOver(Language.ENGLISH, by);
            wordings.add(
                new WordingText(
                    Awkward.ENDLESS.substring(0, 90),
                    Tone.INVITATION,
                    true,
                    new Pair(Awkward.ENDLESS + " {phone} you were here", Awkward.ARABIC),
                    Set.of("Our own " + Awkward.ENDLESS.substring(0, 60)),
                    Set.of(),
                    Set.of()),
                by);
          });
      across
          .jdbc()
          .sql(
              """
              update wording set approved_by = 'Maren', approved_at = now()
              where organization_id = ? and tone <> 'REGRET'
              """)
          .param(full.id().value())
          .update();
    }
    return "/settings/wordings";
  }

  private String wording() {
    worded();
    return inOrganization(full, () -> wordings.all().getFirst().id().toString());
  }

  /** With suggestions, a draft in both languages and a variable that is not filled. */
  private String composed() {
    worded();
    String path = "/inbox/" + openCase + "/reply";
    asMaren.open(path);
    asMaren.page().locator("#reply").fill("**Call** {phone}! You were here. " + Awkward.ENDLESS);
    asMaren.page().locator("details.other-version").evaluate("fold => { fold.open = true }");
    asMaren.page().locator("#translation").fill("Usted estuvo aquí el lunes.");
    // Leaving while a verdict is on its way would break it off.
    asMaren.page().locator("#verdict li q[lang=es]").first().waitFor();
    asMaren.press("Keep as draft");
    asMaren.page().waitForURL("**" + path + "#reply-title");
    return path;
  }
}
