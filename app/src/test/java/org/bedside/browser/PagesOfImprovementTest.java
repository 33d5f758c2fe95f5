package org.bedside.browser;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.bedside.improvement.Plan;
import org.bedside.improvement.Tickets;
import org.bedside.improvement.Topic;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfImprovementTest extends EveryPage {

  @Autowired private Tickets tickets;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/improve"),
        at("/improve", "/improve?view=table"),
        empty("/improve"),
        at("/improve/tickets"),
        at("/improve/tickets", "/improve/tickets?state=closed"),
        empty("/improve/tickets"),
        at("/improve/tickets/new"),
        at("/improve/tickets/{id}", () -> "/improve/tickets/" + ticket(false)),
        at("/improve/tickets/{id}", () -> "/improve/tickets/" + ticket(true)),
        at("/settings/ticket-webhook"));
  }

  private String ticket(boolean closed) {
    var by = somebody(full);
    Plan plan =
        new Plan(
            "Shorter waits " + Awkward.ENDLESS.substring(0, 150),
            Awkward.ENDLESS,
            maren.membership(),
            maren.name(),
            LocalDate.of(2026, 1, 31));
    long id =
        inOrganization(
            full, () -> tickets.open(new Topic("Staff responsiveness", null, null), plan, by));
    if (closed) {
      inOrganization(full, () -> tickets.close(id, 1, Awkward.ENDLESS, by));
    }
    return Long.toString(id);
  }
}
