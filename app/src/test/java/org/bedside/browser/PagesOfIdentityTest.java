package org.bedside.browser;

import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.identity.Role;

class PagesOfIdentityTest extends EveryPage {

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/settings/people"),
        at("/settings/people/{id}", () -> "/settings/people/" + maren.membership()),
        at("/settings/tokens"),
        at("/settings/organization"),
        at("/settings/organizations/new"),
        at("/settings/audit"),
        at("/account"),
        at("/sign-in"),
        at("/invitation/{token}", "/invitation/used-up"),
        at("/invitation/{token}", this::invited),
        at("/password/{token}", "/password/used-up"),
        at("/password/{token}", this::forgotten),
        at("/nothing/is/here"));
  }

  private String invited() {
    asMaren.open("/settings/people");
    asMaren.fill("E-mail", "x" + UUID.randomUUID() + "@example.org").press("Make the link");
    return link();
  }

  private String forgotten() {
    Person somebody = member(full, Role.CLINICIAN);
    asMaren.open("/settings/people/" + somebody.membership()).press("Make a link");
    return link();
  }

  private String link() {
    return asMaren.page().locator("#link").innerText().strip().replaceFirst("^https?://[^/]+", "");
  }
}
