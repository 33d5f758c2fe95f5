package org.bedside.browser;

import java.util.stream.Stream;
import org.bedside.listening.Watches;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfWatchesTest extends EveryPage {

  @Autowired private Watches watches;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/watches"),
        empty("/watches"),
        at("/watches/new"),
        at("/watches/propose"),
        empty("/watches/propose"),
        at("/watches/{id}", () -> "/watches/" + watch()),
        at("/watches/{id}/remove", () -> "/watches/" + watch() + "/remove"));
  }

  private String watch() {
    return inOrganization(full, () -> watches.all().getFirst().id().toString());
  }
}
