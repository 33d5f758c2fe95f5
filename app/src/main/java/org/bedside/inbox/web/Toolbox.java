package org.bedside.inbox.web;

import java.time.Duration;
import java.util.List;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CannedReplies;
import org.bedside.inbox.CaseActions;
import org.bedside.inbox.Labels;
import org.bedside.inbox.Macro;
import org.bedside.inbox.Macros;
import org.bedside.inbox.Step;
import org.bedside.inbox.Teams;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what cases can be marked with. */
@Component
class Toolbox {

  /** For so long what was just done is offered to be undone. */
  static final Duration UNDO_SHOWN = Duration.ofSeconds(60);

  private final Labels labels;
  private final Teams teams;
  private final Macros macros;
  private final Members members;
  private final CaseActions actions;
  private final ObjectProvider<CannedReplies> canned;

  Toolbox(
      Labels labels,
      Teams teams,
      Macros macros,
      Members members,
      CaseActions actions,
      ObjectProvider<CannedReplies> canned) {
    this.labels = labels;
    this.teams = teams;
    this.macros = macros;
    this.members = members;
    this.actions = actions;
    this.canned = canned;
  }

  @Transactional(readOnly = true)
  public InboxTools of(SignedIn who) {
    CannedReplies replies = canned.getIfAvailable();
    return new InboxTools(
        labels.all(),
        teams.all(),
        macros.all().stream().filter(macro -> mayRun(macro, who)).toList(),
        members.current(),
        replies == null ? List.of() : replies.all(),
        actions.latest(who, UNDO_SHOWN).orElse(null));
  }

  static boolean mayRun(Macro macro, SignedIn who) {
    return who.may(Permission.WRITE_REPLIES)
        || macro.steps().stream().noneMatch(Step.DraftReply.class::isInstance);
  }
}
