package org.bedside.demo;

import java.util.UUID;
import org.bedside.handover.Consent;
import org.bedside.handover.Conversations;
import org.bedside.handover.Handovers;
import org.bedside.handover.Invitation;
import org.bedside.handover.Reach;
import org.bedside.handover.Visits;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseRow;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Private conversations of the sample organization: one that waits for an answer, and a link that
 * nobody has opened. Outside of a transaction, since whoever is invited is nobody’s member.
 */
@Component
@ConditionalOnBooleanProperty("bedside.demo")
class SamplePrivate {

  private static final Consent CONSENT =
      new Consent(
          1,
          "en",
          "Larkspur Health keeps what I write here sealed, and erases it when we are done.\n"
              + "I agree that its privacy officer and patient experience team read it.");

  private final Handovers handovers;
  private final Conversations conversations;
  private final Visits visits;
  private final SampleOrganization organization;

  SamplePrivate(
      Handovers handovers,
      Conversations conversations,
      Visits visits,
      SampleOrganization organization) {
    this.handovers = handovers;
    this.conversations = conversations;
    this.visits = visits;
    this.organization = organization;
  }

  /** Does nothing where there are any. */
  void hold(CaseRow talking, CaseRow invited) {
    if (conversations.counts().values().stream().anyMatch(count -> count > 0)) {
      return;
    }
    SignedIn communications = organization.signedIn(Colleague.COMMUNICATIONS);
    Invitation open = invite(talking, communications);
    String path = open.link().getPath();
    String token = path.substring(path.lastIndexOf('/') + 1);
    String browser = visits.open(token).orElseThrow();
    visits.consent(token, browser, CONSENT);
    write(
        token,
        browser,
        "Thank you for getting in touch. I called three times about a bill that came twice, and"
            + " each time I was told to call somebody else.");
    UUID id = handovers.ofSubject("case", Long.toString(talking.id())).getFirst().id();
    conversations.reply(
        id,
        "We are sorry that you were sent from one desk to the next. Which day and time suits you"
            + " for a call from our billing lead?",
        organization.signedIn(Colleague.EXPERIENCE));
    write(token, browser, "Mornings are best, any day but Wednesday.");
    invite(invited, communications);
  }

  private Invitation invite(CaseRow about, SignedIn by) {
    return handovers.invite("case", Long.toString(about.id()), "en", by);
  }

  private void write(String token, String browser, String words) {
    if (visits.write(token, browser, words, new Reach("", "")) != Visits.Written.KEPT) {
      throw new IllegalStateException("The demo’s private conversation was not kept");
    }
  }
}
