package org.bedside.inbox.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.OwnThemes;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.Replies;
import org.bedside.inbox.Reply;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.ui.Page;
import org.bedside.understanding.SafeReplies;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case together for a reader. */
@Component
class CaseViews {

  private final Cases cases;
  private final Replies replies;
  private final CaseMores mores;
  private final Members members;
  private final Locations locations;
  private final Watches watches;
  private final Understanding understanding;
  private final OwnThemes ownThemes;
  private final SafeReplies wordings = SafeReplies.standard();

  CaseViews(
      Cases cases,
      Replies replies,
      CaseMores mores,
      Members members,
      Locations locations,
      Watches watches,
      Understanding understanding,
      OwnThemes ownThemes) {
    this.cases = cases;
    this.replies = replies;
    this.mores = mores;
    this.members = members;
    this.locations = locations;
    this.watches = watches;
    this.understanding = understanding;
    this.ownThemes = ownThemes;
  }

  @Transactional(readOnly = true)
  public Optional<CaseView> find(long id, String query, SignedIn who, Page page) {
    return cases
        .find(id, who)
        .filter(file -> !file.mentions().isEmpty())
        .map(file -> view(file, null, query, who, page));
  }

  /** With the composer open: on the draft kept, or on the text given. */
  @Transactional(readOnly = true)
  public Optional<CaseView> replying(
      long id, @Nullable String text, @Nullable String problem, SignedIn who, Page page) {
    return cases
        .find(id, who)
        .filter(file -> !file.mentions().isEmpty())
        .map(file -> view(file, composer(file, text, problem, who), "", who, page));
  }

  ReplyView composer(CaseFile file, @Nullable String text, @Nullable String problem, SignedIn who) {
    String draft =
        text != null
            ? text
            : file.replies().stream()
                .filter(reply -> !reply.posted())
                .map(Reply::text)
                .findFirst()
                .orElse("");
    Assessed lead = file.mentions().getFirst();
    return new ReplyView(
        draft,
        draft.isBlank() ? null : replies.review(file.row().id(), draft),
        problem,
        who.may(Permission.OVERRIDE_GUARD),
        wordings.suggest(
            lead.judgement().sentiment(),
            SafeReplies.Topic.GENERAL,
            "",
            Locale.of(lead.assessment().language())));
  }

  private CaseView view(
      CaseFile file, @Nullable ReplyView reply, String query, SignedIn who, Page page) {
    Assessed lead = file.mentions().getFirst();
    List<StoredWatch> stored = watches.all();
    return new CaseView(
        file,
        file.mentions().stream().map(one -> MentionView.of(one, page)).toList(),
        lead.mention().sourceName(),
        Optional.ofNullable(file.row().location())
            .flatMap(locations::find)
            .map(Location::name)
            .orElse(""),
        stored.stream()
            .filter(watch -> lead.mention().watches().contains(watch.id()))
            .map(StoredWatch::name)
            .toList(),
        members.current(),
        Optional.ofNullable(file.row().assignee())
            .flatMap(members::find)
            .map(Member::name)
            .orElse(""),
        Choices.labels(ownThemes.names(), understanding.themes()),
        reply,
        query,
        Objects.equals(file.row().assignee(), who.id()),
        mores.of(file, who));
  }
}
