package org.bedside.inbox.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CannedReplies;
import org.bedside.inbox.Cases;
import org.bedside.inbox.Label;
import org.bedside.inbox.Labels;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.Replies;
import org.bedside.inbox.Step;
import org.bedside.inbox.Team;
import org.bedside.inbox.Teams;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does single steps to single cases, through what does them by hand. */
@Component
class CaseSteps {

  private final Cases cases;
  private final CaseMarks marks;
  private final CaseDrafts drafts;
  private final Replies replies;
  private final Members members;
  private final Teams teams;
  private final Labels labels;
  private final ObjectProvider<CannedReplies> canned;

  CaseSteps(
      Cases cases,
      CaseMarks marks,
      CaseDrafts drafts,
      Replies replies,
      Members members,
      Teams teams,
      Labels labels,
      ObjectProvider<CannedReplies> canned) {
    this.cases = cases;
    this.marks = marks;
    this.drafts = drafts;
    this.replies = replies;
    this.members = members;
    this.teams = teams;
    this.labels = labels;
    this.canned = canned;
  }

  /** Whom and what steps may name, looked up once for an action. */
  record Known(Map<UUID, String> members, Map<UUID, String> teams, Map<UUID, String> labels) {

    private static String in(Map<UUID, String> names, @Nullable UUID id) {
      return id == null ? "" : names.getOrDefault(id, "");
    }

    private static void require(Map<UUID, String> names, @Nullable UUID id) {
      if (id != null && !names.containsKey(id)) {
        throw new IllegalArgumentException("not here any more: " + id);
      }
    }

    /** Throws where the step names what isn't there. */
    void require(Step step) {
      switch (step) {
        case Step.Assign(var member) -> require(members, member);
        case Step.GiveToTeam(var team) -> require(teams, team);
        case Step.PutLabel(var label) -> require(labels, label);
        case Step.TakeLabel _,
            Step.Prioritize _,
            Step.DraftReply _,
            Step.Close _,
            Step.Reopen _ -> {}
      }
    }
  }

  Known known() {
    return new Known(
        members.current().stream().collect(Collectors.toMap(Member::id, Member::name)),
        teams.all().stream().collect(Collectors.toMap(Team::id, Team::name)),
        labels.all().stream().collect(Collectors.toMap(Label::id, Label::name)));
  }

  /**
   * @return the case as it is then; the same where the step changed nothing
   */
  CaseState run(Step step, CaseState state, Known known, SignedIn by) {
    return switch (step) {
      case Step.Assign(var member) -> assign(state, member, known, by);
      case Step.GiveToTeam(var team) -> give(state, team, known, by);
      case Step.PutLabel(var label) -> {
        List<UUID> all = new ArrayList<>(state.labels());
        if (!all.contains(label)) {
          all.add(label);
        }
        yield label(state, all, known, by);
      }
      case Step.TakeLabel(var label) ->
          label(
              state, state.labels().stream().filter(one -> !one.equals(label)).toList(), known, by);
      case Step.Prioritize(var level, var reason) -> {
        if (level == null) {
          yield rank(state, null, by);
        }
        marks.priority(state.id(), state.version(), level, reason, by);
        yield state.ranked(new CaseMarks.Hand(level.score(), 0, reason, by.name()));
      }
      case Step.DraftReply _ -> state;
      case Step.Close(var outcome) -> end(state, outcome, by);
      case Step.Reopen() -> end(state, null, by);
    };
  }

  /** Brings a case back to how it was, as far as actions change it. */
  void restore(CaseState now, CaseState before, Known known, SignedIn by) {
    UUID owner = before.assignee();
    CaseState state =
        assign(now, owner != null && known.members().containsKey(owner) ? owner : null, known, by);
    UUID team = before.team();
    state = give(state, team != null && known.teams().containsKey(team) ? team : null, known, by);
    state = label(state, before.labels(), known, by);
    state = rank(state, before.hand(), by);
    if (state.outcome() != null
        && before.outcome() != null
        && state.outcome() != before.outcome()) {
      state = end(state, null, by);
    }
    end(state, before.outcome(), by);
  }

  private CaseState assign(CaseState state, @Nullable UUID member, Known known, SignedIn by) {
    if (Objects.equals(state.assignee(), member)) {
      return state;
    }
    cases.assign(state.id(), state.version(), member, Known.in(known.members(), member), by);
    return state.assigned(member);
  }

  private CaseState give(CaseState state, @Nullable UUID team, Known known, SignedIn by) {
    if (Objects.equals(state.team(), team)) {
      return state;
    }
    UUID named = team == null ? state.team() : team;
    marks.team(state.id(), state.version(), team, Known.in(known.teams(), named), by);
    return state.given(team);
  }

  private CaseState label(CaseState state, List<UUID> now, Known known, SignedIn by) {
    Set<UUID> before = new HashSet<>(state.labels());
    if (before.equals(new HashSet<>(now))) {
      return state;
    }
    List<String> on =
        now.stream()
            .filter(one -> !before.contains(one))
            .map(one -> Known.in(known.labels(), one))
            .filter(name -> !name.isEmpty())
            .toList();
    List<String> off =
        state.labels().stream()
            .filter(one -> !now.contains(one))
            .map(one -> Known.in(known.labels(), one))
            .filter(name -> !name.isEmpty())
            .toList();
    marks.labels(state.id(), state.version(), now, on, off, by);
    return state.labelled(now);
  }

  private CaseState rank(CaseState state, CaseMarks.@Nullable Hand before, SignedIn by) {
    if (Objects.equals(state.hand(), before)) {
      return state;
    }
    marks.priority(state.id(), state.version(), before, by);
    return state.ranked(before);
  }

  private CaseState end(CaseState state, @Nullable Outcome outcome, SignedIn by) {
    if ((state.outcome() == null) == (outcome == null)) {
      return state;
    }
    if (outcome == null) {
      cases.reopen(state.id(), state.version(), by);
    } else {
      cases.close(state.id(), state.version(), outcome, by);
    }
    return state.ended(outcome);
  }

  /**
   * Makes a draft of the reply where the person has none for the case.
   *
   * @return its text, or empty where none was made
   */
  Optional<String> draft(String reply, long caseId, SignedIn by) {
    CannedReplies from = canned.getIfAvailable();
    if (from == null || !by.may(Permission.WRITE_REPLIES) || drafts.has(caseId, by)) {
      return Optional.empty();
    }
    Optional<String> text = from.text(reply, caseId, by);
    text.ifPresent(words -> replies.keepDraft(caseId, words, by));
    return text;
  }

  void takeBackDraft(long caseId, String text, SignedIn by) {
    drafts.remove(caseId, text, by);
  }
}
