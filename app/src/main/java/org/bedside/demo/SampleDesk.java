package org.bedside.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Risk;
import org.bedside.approvals.Subject;
import org.bedside.channels.Channels;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Order;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseActions;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Label;
import org.bedside.inbox.Labels;
import org.bedside.inbox.Macros;
import org.bedside.inbox.Notes;
import org.bedside.inbox.Outcome;
import org.bedside.inbox.SavedViews;
import org.bedside.inbox.Step;
import org.bedside.inbox.Teams;
import org.bedside.understanding.Urgency;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * How the people of the sample organization share the work: teams, labels, what waits for somebody
 * else. One transaction, by the caller.
 */
@Component
@ConditionalOnBooleanProperty("bedside.demo")
class SampleDesk {

  private static final int TITLE = 70;
  private static final String CAREFUL =
      "Thank you for telling us. What you describe matters to us. Please call our patient relations"
          + " office at 555-0142, so that somebody can listen to you in private.";
  private static final String HELD =
      "Thank you for your kind words. We will pass them on to the team.";

  private final Teams teams;
  private final Labels labels;
  private final Macros macros;
  private final SavedViews views;
  private final CaseActions actions;
  private final Notes notes;
  private final Approvals approvals;
  private final Channels channels;
  private final Deliveries deliveries;

  SampleDesk(
      Teams teams,
      Labels labels,
      Macros macros,
      SavedViews views,
      CaseActions actions,
      Notes notes,
      Approvals approvals,
      Channels channels,
      Deliveries deliveries) {
    this.teams = teams;
    this.labels = labels;
    this.macros = macros;
    this.views = views;
    this.actions = actions;
    this.notes = notes;
    this.approvals = approvals;
    this.channels = channels;
    this.deliveries = deliveries;
  }

  /** Shares out a few complaints. */
  void share(
      List<CaseRow> complaints, SignedIn communications, SignedIn experience, SignedIn demo) {
    var desk = teams.add("Riverside front desk", Set.of(experience.id(), demo.id()), demo);
    teams.add("Billing questions", Set.of(communications.id()), demo);
    Label callBack = labels.add("Call back", Label.Tint.AMBER, demo);
    Label phones = labels.add("Phones", Label.Tint.TEAL, demo);
    Label praise = labels.add("Pass on to the team", Label.Tint.GREEN, demo);
    macros.add(
        "Pass praise on and close",
        List.of(new Step.PutLabel(praise.id()), new Step.Close(Outcome.NO_FOLLOW_UP)),
        demo);
    views.keep("Complaints", "state=open&sentiment=NEGATIVE&order=newest", true, demo);
    List<CaseActions.Chosen> chosen =
        complaints.stream().map(row -> new CaseActions.Chosen(row.id(), row.version())).toList();
    actions.apply(
        chosen,
        List.of(new Step.GiveToTeam(desk.id()), new Step.PutLabel(phones.id())),
        "",
        experience);
    actions.apply(chosen.subList(0, 1), List.of(new Step.PutLabel(callBack.id())), "", experience);
  }

  /** Somebody wants the demo’s user to look at a case. */
  void ask(CaseRow about, SignedIn by, SignedIn demo) {
    notes.add(
        about.id(),
        "Would you read this before we answer? It names a nurse.",
        Set.of(demo.id()),
        by);
  }

  /** A reply to something urgent, which somebody has to agree to. */
  void askForAgreement(CaseRow about, SignedIn by) {
    approvals.request(
        new Subject(
            "reply",
            key("asked").toString(),
            shortly(about.preview()),
            CAREFUL,
            "/inbox/" + about.id(),
            null,
            "en",
            Set.copyOf(about.themes()),
            new Risk(Risk.Verdict.ALLOW, urgency(about.urgency()), about.priority().score()),
            by.id(),
            null),
        by);
  }

  /** A reply that waits for an account that is paused. */
  void leaveOneWaiting(SignedIn by) {
    deliveries.queue(
        Order.of(
            key("waiting"),
            channels.all().getFirst().id(),
            "at://did:plc:larkspurdemo/app.bsky.feed.post/praise",
            "https://posts.example/praise",
            HELD,
            "en"),
        by);
  }

  private static String shortly(String words) {
    return words.length() <= TITLE
        ? words
        : words.substring(0, words.lastIndexOf(' ', TITLE)).strip() + " …";
  }

  private static Risk.Urgency urgency(Urgency.Level level) {
    return Risk.Urgency.valueOf(level.name());
  }

  private static UUID key(String name) {
    return UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
  }
}
