package org.bedside.browser;

import java.util.stream.Stream;
import org.bedside.assessment.OwnThemes;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfAssessmentTest extends EveryPage {

  @Autowired private OwnThemes ownThemes;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/settings/themes"),
        empty("/settings/themes"),
        at("/settings/themes/{id}", () -> "/settings/themes/" + theme()),
        at("/settings/themes/{id}/remove", () -> "/settings/themes/" + theme() + "/remove"));
  }

  private String theme() {
    return inOrganization(full, () -> ownThemes.all().getFirst().id().toString());
  }
}
