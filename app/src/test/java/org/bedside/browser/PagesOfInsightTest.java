package org.bedside.browser;

import java.util.stream.Stream;

class PagesOfInsightTest extends EveryPage {

  @Override
  Stream<Place> places() {
    return Stream.of(at("/feedback"), empty("/feedback"));
  }
}
