package org.bedside.browser;

import java.util.stream.Stream;
import org.bedside.identity.Permission;
import org.bedside.privacy.Overrides;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfPrivacyTest extends EveryPage {

  @Autowired private Overrides overrides;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/settings/guard"),
        at("/settings/overrides", this::overrideWaiting),
        empty("/settings/overrides"));
  }

  private String overrideWaiting() {
    var by = somebody(full, Permission.OVERRIDE_GUARD);
    inOrganization(full, () -> overrides.second("1", Awkward.ENDLESS, Awkward.ENDLESS, by));
    inOrganization(
        full, () -> overrides.second("2", "Our records show it.", "Counsel agrees.", by));
    return "/settings/overrides";
  }
}
