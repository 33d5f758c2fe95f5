package org.bedside.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.bedside.assessment.Assessments;
import org.bedside.assessment.Judgement;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Cases;
import org.bedside.inbox.InboxFilter;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.Replies;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.SafeReplies;
import org.bedside.understanding.SentimentLabel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What the people of the sample organization have done so far. One transaction, by the caller. */
@Component
@ConditionalOnBooleanProperty("bedside.demo")
class SampleWork {

  private static final int CLOSED = 72;
  private static final int LEFT_OPEN = 150;
  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.NO_FOLLOW_UP,
          Outcome.ANSWERED_OFFLINE,
          Outcome.ANSWERED_ONLINE,
          Outcome.NO_FOLLOW_UP,
          Outcome.ANSWERED_OFFLINE,
          Outcome.HANDED_OVER,
          Outcome.NO_FOLLOW_UP,
          Outcome.ANSWERED_ONLINE,
          Outcome.NOT_ABOUT_US,
          Outcome.NO_FOLLOW_UP,
          Outcome.ESCALATED,
          Outcome.SPAM);
  private static final String CONTACT = "555-0142";

  /** Names the person and the stay; the guard must not let it pass. */
  private static final String DISCLOSING =
      "Dear Mrs. Fairweather, we are sorry that your knee surgery at our hospital on March 3 did"
          + " not go as planned. According to your chart you were given the medication your doctor"
          + " prescribed.";

  private final Cases cases;
  private final Replies replies;
  private final Assessments assessments;
  private final SampleDesk desk;
  private final SampleOrganization organization;

  SampleWork(
      Cases cases,
      Replies replies,
      Assessments assessments,
      SampleDesk desk,
      SampleOrganization organization) {
    this.cases = cases;
    this.replies = replies;
    this.assessments = assessments;
    this.desk = desk;
    this.organization = organization;
  }

  /** Open complaints that are not urgent, the newest first. */
  List<CaseRow> complaints() {
    return all(InboxFilter.Order.NEWEST).stream()
        .filter(row -> row.sentiment() == SentimentLabel.NEGATIVE && !isUrgent(row))
        .toList();
  }

  void doIt(Map<Place, UUID> places) {
    Deque<CaseRow> byPriority = new ArrayDeque<>(all(InboxFilter.Order.PRIORITY));
    Deque<CaseRow> newestFirst = new ArrayDeque<>(all(InboxFilter.Order.NEWEST));
    SignedIn demo = organization.signedIn(Colleague.ADMINISTRATOR);
    SignedIn communications = organization.signedIn(Colleague.COMMUNICATIONS);
    SignedIn privacy = organization.signedIn(Colleague.PRIVACY);
    SignedIn experience = organization.signedIn(Colleague.EXPERIENCE);

    CaseRow first = byPriority.removeFirst();
    cases.assign(first.id(), first.version(), privacy.id(), privacy.name(), communications);
    cases.note(
        first.id(), "Told the chief nurse by phone at once. She calls the family today.", privacy);
    CaseRow second = byPriority.removeFirst();
    cases.assign(second.id(), second.version(), demo.id(), demo.name(), communications);
    cases.note(second.id(), "Nothing in public, please, until legal has seen this.", privacy);
    desk.askForAgreement(byPriority.removeFirst(), communications);
    desk.ask(byPriority.removeFirst(), experience, demo);
    CaseRow fifth = byPriority.removeFirst();
    cases.assign(fifth.id(), fifth.version(), communications.id(), communications.name(), demo);

    List<CaseRow> complaints = new ArrayList<>(byPriority);
    complaints.removeIf(row -> row.sentiment() != SentimentLabel.NEGATIVE || isUrgent(row));
    draft(take(complaints, row -> true), demo);
    answer(take(complaints, row -> row.rating() != null), communications);
    UUID riverside = Objects.requireNonNull(places.get(Place.RIVERSIDE));
    Predicate<CaseRow> atRiverside = row -> riverside.equals(row.location());
    merge(take(complaints, atRiverside), take(complaints, atRiverside), experience);
    CaseRow given = take(complaints, atRiverside);
    cases.assign(given.id(), given.version(), experience.id(), experience.name(), experience);
    cases.note(
        given.id(), "The fourth about the phones this month. On Monday’s agenda.", experience);

    List<CaseRow> shared = List.of(take(complaints, atRiverside), take(complaints, atRiverside));
    desk.share(shared, communications, experience, demo);
    desk.leaveOneWaiting(communications);

    correct(newestFirst, experience);
    closeOldOnes(newestFirst, List.of(communications, experience, privacy));
  }

  private List<CaseRow> all(InboxFilter.Order order) {
    return cases.list(InboxFilter.NONE.by(order), null, 1_000).rows();
  }

  private static boolean isUrgent(CaseRow row) {
    return row.priority().score() >= 85;
  }

  private static CaseRow take(List<CaseRow> from, Predicate<CaseRow> which) {
    CaseRow row = from.stream().filter(which).findFirst().orElseThrow();
    from.remove(row);
    return row;
  }

  private void draft(CaseRow row, SignedIn by) {
    replies.keepDraft(row.id(), DISCLOSING, by);
  }

  private void answer(CaseRow row, SignedIn by) {
    String text =
        SafeReplies.standard()
            .suggest(SentimentLabel.NEGATIVE, SafeReplies.Topic.GENERAL, CONTACT, Locale.ENGLISH)
            .getLast();
    ReplyPolicy.Decision decision = replies.markPosted(row.id(), text, null, by);
    if (decision instanceof ReplyPolicy.Decision.Rejected rejected) {
      throw new IllegalStateException("The demo’s safe reply was rejected: " + rejected.code());
    }
  }

  private void merge(CaseRow one, CaseRow into, SignedIn by) {
    cases.merge(one.id(), one.version(), into.id(), by);
    cases.note(into.id(), "Same person, same phone call: merged.", by);
  }

  private void correct(Deque<CaseRow> newestFirst, SignedIn by) {
    newestFirst.stream()
        .filter(row -> row.sentiment() == SentimentLabel.NEUTRAL && !isUrgent(row))
        .findFirst()
        .ifPresent(
            row ->
                assessments.correct(
                    row.leadMention(),
                    Judgement.Part.SENTIMENT,
                    SentimentLabel.NEGATIVE.name(),
                    by));
  }

  private void closeOldOnes(Deque<CaseRow> newestFirst, List<SignedIn> people) {
    int closed = 0;
    while (closed < CLOSED && newestFirst.size() > LEFT_OPEN) {
      CaseRow old = newestFirst.removeLast();
      // Read again: some of them have been worked on just now.
      CaseRow row = cases.find(old.id(), people.getFirst()).map(found -> found.row()).orElse(old);
      if (row.open() && row.id() == old.id() && row.version() == old.version()) {
        SignedIn by = people.get(closed % people.size());
        cases.close(row.id(), row.version(), OUTCOMES.get(closed % OUTCOMES.size()), by);
        closed++;
      }
    }
  }
}
