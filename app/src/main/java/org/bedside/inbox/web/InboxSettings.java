package org.bedside.inbox.web;

import java.util.List;
import org.bedside.identity.Member;
import org.bedside.inbox.Label;
import org.bedside.inbox.Macro;
import org.bedside.inbox.Step;
import org.bedside.inbox.Team;
import org.bedside.inbox.WatchedWords.WatchedWord;
import org.bedside.ui.Option;
import org.bedside.ui.Page;

/** How an organization arranges its inbox. */
public record InboxSettings(InboxTools tools, List<WatchedWord> words) {

  public List<Label> labels() {
    return tools.labels();
  }

  public List<Team> teams() {
    return tools.teams();
  }

  public List<Macro> macros() {
    return tools.macros();
  }

  public List<Member> members() {
    return tools.members();
  }

  /** The names of a team's members. */
  public String names(Team team) {
    return String.join(
        ", ",
        members().stream()
            .filter(member -> team.members().contains(member.id()))
            .map(Member::name)
            .toList());
  }

  public String steps(Page page, Macro macro) {
    List<String> words =
        macro.steps().stream().map((Step step) -> tools.words(page, step)).toList();
    return String.join(", ", words);
  }

  public List<Option> tints(Page page) {
    return java.util.Arrays.stream(Label.Tint.values())
        .map(tint -> new Option(tint.name(), page.text("label.tint." + tint.name())))
        .toList();
  }
}
