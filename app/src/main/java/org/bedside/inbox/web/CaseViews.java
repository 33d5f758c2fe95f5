package org.bedside.inbox.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.OwnThemes;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.Replies;
import org.bedside.inbox.Reply;
import org.bedside.inbox.ReplyParts;
import org.bedside.inbox.SentReplies;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.privacy.Overrides;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.ui.Page;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case together for a reader. */
@Component
class CaseViews {

  private final Cases cases;
  private final Replies replies;
  private final SentReplies sent;
  private final ReplyPolicy policy;
  private final CaseMores mores;
  private final Members members;
  private final Locations locations;
  private final Watches watches;
  private final Understanding understanding;
  private final OwnThemes ownThemes;
  private final Composer composer;
  private final ReplyParts parts;

  CaseViews(
      Cases cases,
      Replies replies,
      SentReplies sent,
      ReplyPolicy policy,
      CaseMores mores,
      Members members,
      Locations locations,
      Watches watches,
      Understanding understanding,
      OwnThemes ownThemes,
      Composer composer,
      ReplyParts parts) {
    this.cases = cases;
    this.replies = replies;
    this.sent = sent;
    this.policy = policy;
    this.mores = mores;
    this.members = members;
    this.locations = locations;
    this.watches = watches;
    this.understanding = understanding;
    this.ownThemes = ownThemes;
    this.composer = composer;
    this.parts = parts;
  }

  @Transactional(readOnly = true)
  public Optional<CaseView> find(long id, String query, SignedIn who, Page page) {
    return cases
        .find(id, who)
        .filter(file -> !file.mentions().isEmpty())
        .map(file -> view(file, null, query, who, page));
  }

  /** With the composer open: on the draft kept, or on the words given. */
  @Transactional(readOnly = true)
  public Optional<CaseView> replying(
      long id, Composer.@Nullable Words words, @Nullable Problem problem, SignedIn who, Page page) {
    return cases
        .find(id, who)
        .filter(file -> !file.mentions().isEmpty())
        .map(file -> view(file, composer(file, words, problem, who), "", who, page));
  }

  /** With the verdict on the words given, and without what is offered to begin with. */
  @Transactional(readOnly = true)
  public Optional<CaseView> checking(long id, Composer.Words words, SignedIn who, Page page) {
    return cases
        .find(id, who)
        .filter(file -> !file.mentions().isEmpty())
        .map(
            file ->
                view(
                    file,
                    reply(file, words, null, composer.checking(file, words), who),
                    "",
                    who,
                    page));
  }

  ReplyView composer(
      CaseFile file, Composer.@Nullable Words words, @Nullable Problem problem, SignedIn who) {
    Optional<Reply> draft = file.replies().stream().filter(Reply::draft).findFirst();
    ReplyParts.Parts kept =
        draft
            .map(reply -> parts.of(file.row().id(), who).get(reply.id()))
            .orElse(ReplyParts.Parts.NONE);
    Composer.Words shown =
        words != null
            ? words
            : new Composer.Words(
                draft.map(Reply::text).orElseGet(() -> beginning(file, who)), kept.translation());
    Problem told = problem == null ? draft.flatMap(CaseViews::cameBack).orElse(null) : problem;
    return reply(file, shown, told, composer.offering(file, shown, kept.pictures()), who);
  }

  private List<Overrides.Waiting> waiting(CaseFile file, SignedIn who) {
    return policy.waiting(Post.of(subject(file), ""), who);
  }

  /** What is answered, by the id under which the policy knows it. */
  private static String subject(CaseFile file) {
    return Long.toString(file.mentions().getFirst().mention().id());
  }

  /** The words that wait for this reader, to begin with where they wrote none. */
  private String forASecond(CaseFile file, SignedIn who) {
    return waiting(file, who).stream()
        .filter(one -> !one.mine())
        .map(Overrides.Waiting::words)
        .findFirst()
        .orElse("");
  }

  /** What somebody else wants to send although the guard blocks it, else what fits the network. */
  private String beginning(CaseFile file, SignedIn who) {
    String asked = forASecond(file, who);
    return asked.isEmpty() ? composer.beginning(file) : asked;
  }

  /** Why the draft did not go out when it was to. */
  private static Optional<Problem> cameBack(Reply draft) {
    return Optional.ofNullable(draft.problem()).map(key -> new Problem(key, draft.problemDetail()));
  }

  /** What is checked is what would be posted: with the variables filled. */
  private ReplyView reply(
      CaseFile file,
      Composer.Words words,
      @Nullable Problem problem,
      Composing with,
      SignedIn who) {
    String filled = composer.filled(file, words).text();
    return new ReplyView(
        filled,
        filled.isBlank() ? null : replies.review(file.row().id(), filled),
        problem,
        policy.mayOverride(who),
        waiting(file, who),
        new Outgoing(sent.accounts(file.row().id())),
        with);
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
        reply == null ? parts.of(file.row().id(), who) : Map.of(),
        query,
        Objects.equals(file.row().assignee(), who.id()),
        mores.of(file, who));
  }
}
