package org.bedside.browser;

import java.util.stream.Stream;

class PagesOfDirectoryTest extends EveryPage {

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/settings/locations"),
        empty("/settings/locations"),
        at("/settings/locations/{id}", () -> "/settings/locations/" + place()));
  }
}
