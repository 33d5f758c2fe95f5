package org.bedside.browser;

import java.util.stream.Stream;

class PagesOfInboxTest extends EveryPage {

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/inbox"),
        at("/inbox", "/inbox?q=nobodyeverwrotethis"),
        at("/inbox", "/inbox?state=closed"),
        at("/inbox", "/inbox?state=open&select=shown"),
        empty("/inbox"),
        at("/moderation"),
        empty("/moderation"),
        at("/settings/inbox", this::arranged),
        empty("/settings/inbox"),
        at("/inbox/{id}", () -> "/inbox/" + openCase),
        at("/inbox/{id}", () -> "/inbox/" + closedCase),
        at("/inbox/{id}/reply", () -> "/inbox/" + openCase + "/reply"),
        at("/inbox/for-you"),
        empty("/inbox/for-you"),
        at("/inbox/{id}/history", () -> "/inbox/" + openCase + "/history"),
        at("/inbox", "/inbox?state=late"));
  }

  /** An inbox with a team, a label, a view, a macro and watched words, all with long names. */
  private String arranged() {
    asMaren.open("/settings/inbox");
    if (asMaren.page().locator("#teams details").count() == 0) {
      String name = Awkward.ENDLESS.substring(0, 58);
      asMaren.page().locator("#team-new").fill(name);
      asMaren.press("Add the team");
      asMaren.page().locator("#label-new").fill(name);
      asMaren.press("Add the label");
      asMaren.page().locator("#word-new").fill("garage OR " + Awkward.ENDLESS.substring(0, 200));
      asMaren.press("Watch for it");
      asMaren.page().locator("#macros summary").click();
      asMaren.page().locator("#macro-name").fill(name);
      asMaren.page().locator("#macros input[type=checkbox]").check();
      asMaren.press("Add the macro");
      asMaren.open("/inbox?state=open&order=newest");
      asMaren.page().locator(".views summary").click();
      asMaren.page().locator("#view-name").fill(name);
      asMaren.page().locator(".views .menu-panel .btn-primary").click();
    }
    return "/settings/inbox";
  }
}
