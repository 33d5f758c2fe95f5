package org.bedside.inbox.web;

import java.util.List;
import java.util.Optional;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CannedReplies;
import org.bedside.inbox.Cases;
import org.bedside.wordings.Wordings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The approved wordings, for macros to start from. */
@Component
class WordingReplies implements CannedReplies {

  private final Wordings wordings;
  private final Cases cases;
  private final Composer composer;

  WordingReplies(Wordings wordings, Cases cases, Composer composer) {
    this.wordings = wordings;
    this.cases = cases;
    this.composer = composer;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Canned> all() {
    return wordings.approved().stream()
        .map(one -> new Canned(one.id().toString(), one.text().name()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> text(String id, long caseId, SignedIn by) {
    return cases
        .find(caseId, by)
        .filter(file -> !file.mentions().isEmpty())
        .flatMap(file -> composer.reply(file, id));
  }
}
