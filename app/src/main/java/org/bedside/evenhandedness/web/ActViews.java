package org.bedside.evenhandedness.web;

import java.util.List;
import java.util.Optional;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.bedside.evenhandedness.ActRules;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.evenhandedness.Stars;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.ui.Mark;
import org.bedside.ui.MarkedText;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the form that records an act together. */
@Component
class ActViews {

  private final Mentions mentions;
  private final Assessments assessments;
  private final Cases cases;
  private final Ledger ledger;

  ActViews(Mentions mentions, Assessments assessments, Cases cases, Ledger ledger) {
    this.mentions = mentions;
    this.assessments = assessments;
    this.cases = cases;
    this.ledger = ledger;
  }

  /** The review, or empty where there is none of that id. */
  @Transactional(readOnly = true)
  public Optional<Mention> review(long mention) {
    return mentions.find(mention);
  }

  /** The form, or empty where there is no such review. */
  @Transactional(readOnly = true)
  public Optional<ActView> view(long mention, Sent sent, SignedIn who, Page page) {
    return mentions.find(mention).map(review -> view(review, sent, who, page));
  }

  private ActView view(Mention review, Sent sent, SignedIn who, Page page) {
    List<LedgerEntry> entries = ledger.of(review.id());
    Optional<Long> caseId = cases.ofMention(review.id());
    return new ActView(
        review,
        Stars.of(review.rating()),
        marked(review, page),
        entries,
        ActRules.inForce(entries).stream().anyMatch(ActRules::canBeTakenBack),
        caseId
            .flatMap(id -> cases.find(id, who))
            .map(file -> others(file, review))
            .orElse(List.of()),
        caseId.orElse(null),
        sent.problem(),
        sent.act(),
        sent.reason(),
        sent.words());
  }

  private static List<Mention> others(CaseFile file, Mention review) {
    return file.mentions().stream()
        .map(Assessed::mention)
        .filter(mention -> mention.id() != review.id())
        .toList();
  }

  private MarkedText marked(Mention review, Page page) {
    List<Mark> marks =
        assessments
            .find(review.id())
            .map(
                assessed ->
                    assessed.assessment().identifiers().stream()
                        .map(
                            found ->
                                new Mark(
                                    found.span().start(),
                                    found.span().end(),
                                    Mark.Kind.PRIVATE,
                                    page.text("identifier." + found.type().name())))
                        .toList())
            .orElse(List.of());
    return MarkedText.of(review.text(), marks);
  }

  /**
   * What somebody sent before.
   *
   * @param problem a sentence about what stood against it, or null
   */
  record Sent(@Nullable String problem, String act, String reason, String words) {

    static final Sent NOTHING = new Sent(null, "", "", "");
  }
}
