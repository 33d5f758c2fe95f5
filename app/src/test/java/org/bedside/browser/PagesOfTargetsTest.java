package org.bedside.browser;

import java.util.stream.Stream;

class PagesOfTargetsTest extends EveryPage {

  @Override
  Stream<Place> places() {
    return Stream.of(at("/settings/targets"));
  }
}
