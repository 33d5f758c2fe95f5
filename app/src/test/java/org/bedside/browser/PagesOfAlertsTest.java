package org.bedside.browser;

import java.util.stream.Stream;
import org.bedside.alerts.AlertState;
import org.bedside.alerts.Alerts;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfAlertsTest extends EveryPage {

  @Autowired private Alerts alerts;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/alerts"),
        at("/alerts", "/alerts?state=closed"),
        empty("/alerts"),
        at("/alerts/{id}", () -> "/alerts/" + alert()),
        at("/alerts/mail"),
        at("/settings/alerts"),
        at("/settings/alerts/channels"),
        empty("/settings/alerts/channels"));
  }

  private String alert() {
    return inOrganization(
        full, () -> Long.toString(alerts.list(AlertState.OPEN, 1).getFirst().id()));
  }
}
