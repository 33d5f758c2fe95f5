package org.bedside.inbox.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.identity.Member;
import org.bedside.inbox.CannedReplies.Canned;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.DoneAction;
import org.bedside.inbox.HandPriority;
import org.bedside.inbox.Label;
import org.bedside.inbox.Macro;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.Step;
import org.bedside.inbox.Team;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of an inbox can be marked with, and what the reader did last.
 *
 * @param macros those that the reader may run
 * @param lately what they did within the last minute, or null
 */
public record InboxTools(
    List<Label> labels,
    List<Team> teams,
    List<Macro> macros,
    List<Member> members,
    List<Canned> replies,
    @Nullable DoneAction lately) {

  /** The teams that somebody is in. */
  public List<UUID> teamsOf(UUID member) {
    return teams.stream().filter(team -> team.members().contains(member)).map(Team::id).toList();
  }

  /** The labels of a case, in the order of their names. */
  public List<Label> labels(CaseRow row) {
    return labels.stream().filter(label -> row.marks().labels().contains(label.id())).toList();
  }

  /** The name of the case's team, or the empty text. */
  public String team(CaseRow row) {
    return team(row.marks().team());
  }

  private String team(@Nullable UUID id) {
    return teams.stream()
        .filter(team -> team.id().equals(id))
        .map(Team::name)
        .findFirst()
        .orElse("");
  }

  public HandPriority[] levels() {
    return HandPriority.values();
  }

  public Outcome[] outcomes() {
    return Outcome.values();
  }

  /** A step in words, as something that was done or will be. */
  public String words(Page page, Step step) {
    return switch (step) {
      case Step.Assign(var member) ->
          member == null
              ? page.text("step.assign-nobody")
              : page.text("step.assign", member(page, member));
      case Step.GiveToTeam(var team) ->
          team == null ? page.text("step.team-none") : page.text("step.team", or(page, team(team)));
      case Step.PutLabel(var label) -> page.text("step.label", label(page, label));
      case Step.TakeLabel(var label) -> page.text("step.unlabel", label(page, label));
      case Step.Prioritize(var level, var _) ->
          level == null
              ? page.text("step.priority-none")
              : page.text("step.priority", page.text("inbox.level." + level.name()));
      case Step.DraftReply(var reply) -> page.text("step.reply", reply(page, reply));
      case Step.Close(var outcome) ->
          page.text("step.close", page.text("inbox.outcome." + outcome.name()));
      case Step.Reopen() -> page.text("step.reopen");
    };
  }

  /** Steps one after the other, or the macro's name where they came from one. */
  public String words(Page page, DoneAction action) {
    return action.macro().isEmpty()
        ? action.steps().stream().map(step -> words(page, step)).collect(Collectors.joining(", "))
        : page.text("step.macro", action.macro());
  }

  /** A case that was left out, with who changed it. */
  public String words(Page page, DoneAction.LeftOut one) {
    String author = one.author();
    String who = author == null || author.isBlank() ? page.text("inbox.nameless") : author;
    return one.last() == null
        ? page.text("step.left", who, Long.toString(one.id()))
        : page.text(
            "step.left-by",
            who,
            Long.toString(one.id()),
            one.last().by(),
            Choices.sentence(page, one.last()));
  }

  private String member(Page page, UUID id) {
    return or(
        page,
        members.stream()
            .filter(member -> member.id().equals(id))
            .map(Member::name)
            .findFirst()
            .orElse(""));
  }

  private String label(Page page, UUID id) {
    Optional<Label> found = labels.stream().filter(label -> label.id().equals(id)).findFirst();
    return or(page, found.map(Label::name).orElse(""));
  }

  private String reply(Page page, String id) {
    return or(
        page,
        replies.stream()
            .filter(one -> one.id().equals(id))
            .map(Canned::name)
            .findFirst()
            .orElse(""));
  }

  private static String or(Page page, String name) {
    return name.isEmpty() ? page.text("step.gone") : name;
  }
}
