package org.bedside.inbox.web;

import java.time.Clock;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.DueRules;
import org.bedside.inbox.Joins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what a case shows beside its mentions, and whether somebody changed it meanwhile. */
@Component
class CaseMores {

  private final Cases cases;
  private final DueRules rules;
  private final Joins joins;
  private final Clock clock;

  CaseMores(Cases cases, DueRules rules, Joins joins, Clock clock) {
    this.cases = cases;
    this.rules = rules;
    this.joins = joins;
    this.clock = clock;
  }

  CaseMore of(CaseFile file, SignedIn who) {
    return new CaseMore(
        rules.of(file.row()).orElse(null),
        joins.of(file.row().id()),
        null,
        who.id(),
        clock.instant());
  }

  /**
   * Whether the case has changed since the reader saw it.
   *
   * @param seen its version then, or null where that isn't known
   */
  boolean changed(long id, @Nullable Integer seen, SignedIn who) {
    return seen != null
        && cases.find(id, who).map(file -> file.row().version() > seen).orElse(false);
  }

  /** Lets the case that the model holds tell what changed. */
  void tell(Model model, @Nullable Integer seen) {
    if (seen != null && model.getAttribute("view") instanceof CaseView view) {
      model.addAttribute("view", view.since(seen));
    }
  }
}
