package org.bedside.browser;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.handover.Handovers;
import org.bedside.handover.Invitation;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfHandoverTest extends EveryPage {

  @Autowired private Handovers handovers;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/private", () -> "/private?shelf=" + privateShelf()),
        empty("/private"),
        at("/private/{id}", this::privateConversation),
        at("/private/invitations/{id}", () -> "/private/invitations/" + UUID.randomUUID()),
        at("/settings/private"),
        at("/p/{token}", "/p/unknown"),
        at("/p/{token}", () -> privatePage(0)),
        at("/p/{token}", () -> privatePage(1)),
        at("/p/{token}", () -> privatePage(2)),
        at("/p/{token}", () -> privatePage(3)),
        at("/p/{token}", () -> privatePage(4)),
        at("/p/{token}", this::privatePageOfSomebodyElse));
  }

  private Invitation invitation() {
    SignedIn by = somebody(full, Permission.OPEN_HANDOVERS);
    return inOrganization(full, () -> handovers.invite("case", "12", "en", by));
  }

  /** The page of somebody who was invited, after so many steps. */
  private String privatePage(int steps) {
    String path = invitation().link().getPath();
    asMaren.open(path);
    if (steps > 0) {
      asMaren.press("Go on in this browser").heading("Before you write").waitFor();
    }
    if (steps > 1) {
      asMaren.page().locator("input[type=checkbox]").all().forEach(Locator::check);
      asMaren.press("Agree and go on").heading("What would you like").waitFor();
    }
    if (steps > 2) {
      asMaren.fill(
          "What happened", Awkward.ZALGO + " " + Awkward.ENDLESS + "\n\n" + Awkward.ARABIC);
      asMaren.page().locator("#contact").fill(Awkward.ENDLESS.substring(0, 200));
      asMaren.press("Send").heading("Your conversation").waitFor();
    }
    if (steps > 3) {
      asMaren.page().locator("section details summary").first().click();
      asMaren.press("End the conversation").heading("has ended").waitFor();
    }
    return path;
  }

  private String privatePageOfSomebodyElse() {
    String path = invitation().link().getPath();
    asNewcomer.open(path);
    asNewcomer.press("Go on in this browser").heading("Before you write").waitFor();
    return path;
  }

  private String privateConversation() {
    privatePage(3);
    return inOrganization(
        full, () -> "/private/" + handovers.ofSubject("case", "12").getFirst().id());
  }

  private String privateShelf() {
    privatePage(3);
    return "FOR_US";
  }
}
