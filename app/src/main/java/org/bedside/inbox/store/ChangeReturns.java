package org.bedside.inbox.store;

import java.util.Optional;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.ReplyChange;
import org.springframework.stereotype.Component;

/** Other words that were not put there: the reply stays as it was, and its case says why. */
@Component
class ChangeReturns {

  static final String GONE = "reply.change.back.gone";

  private static final String CHANGED = "reply.change.back.changed";
  private static final String REFUSED = "reply.change.back.refused";
  private static final String REFUSED_BECAUSE = "reply.change.back.refused-because";

  private final ReplyChanges changes;
  private final ReplyOrders orders;
  private final Departures departures;
  private final CaseLog log;

  ChangeReturns(ReplyChanges changes, ReplyOrders orders, Departures departures, CaseLog log) {
    this.changes = changes;
    this.orders = orders;
    this.departures = departures;
    this.log = log;
  }

  /** Why these words can't take the place of those that they were agreed to replace. */
  Optional<String> overtaken(ReplyChanges.Row row) {
    Optional<ReplyOrders.Row> reply = orders.find(row.reply());
    if (reply.isEmpty() || reply.get().state() != ReplyOrders.State.POSTED) {
      return Optional.of(GONE);
    }
    return reply.get().text().equals(row.was()) ? Optional.empty() : Optional.of(CHANGED);
  }

  /**
   * @param why what whoever refused said of it, for its writer's eyes alone; may be empty
   */
  void refused(ReplyChanges.Row row, String why) {
    back(row, why.isEmpty() ? REFUSED : REFUSED_BECAUSE, why);
  }

  /**
   * @param problem message key of why, with {@code detail} as its value
   */
  void back(ReplyChanges.Row row, String problem, String detail) {
    if (!changes.back(row, problem, detail)) {
      return;
    }
    ReplyChange change = row.change();
    String told = problem.equals(REFUSED_BECAUSE) ? REFUSED : problem;
    orders
        .find(row.reply())
        .ifPresent(
            reply -> {
              log.record(
                  reply.caseId(),
                  CaseEvent.Kind.CHANGE_RETURNED,
                  told,
                  change.by(),
                  change.byName());
              departures.changed(reply);
            });
  }
}
