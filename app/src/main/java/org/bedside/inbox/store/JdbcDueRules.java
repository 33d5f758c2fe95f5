package org.bedside.inbox.store;

import java.util.Optional;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.DueRules;
import org.bedside.listening.Conversations;
import org.bedside.targets.Rule;
import org.bedside.targets.Targets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcDueRules implements DueRules {

  private final Targets targets;
  private final Conversations conversations;

  JdbcDueRules(Targets targets, Conversations conversations) {
    this.targets = targets;
    this.conversations = conversations;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Rule> of(CaseRow row) {
    return targets.current().rule(DueFacts.of(row, conversations.networks()));
  }
}
