package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bedside.identity.Role.COMMUNICATIONS;
import static org.bedside.identity.Role.PATIENT_EXPERIENCE;
import static org.bedside.identity.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bedside.MovableClock;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * Who gets which letter. The desk is one of the test's own, with a mail server and a clock of its
 * own, so that the server's rounds leave its requests alone.
 */
class LettersTest extends ApprovingTest {

  @Autowired private Requests requests;
  @Autowired private Members members;
  @Autowired private Proceedings proceedings;
  @Autowired private MessageSource messages;
  @Autowired private Organizations organizations;

  private final List<Letter> sent = new ArrayList<>();
  private final MovableClock ownClock = new MovableClock();
  private Desk desk;

  /** Keeps letters where a server would send them. */
  private record Kept(List<Letter> letters) implements Mail {
    @Override
    public boolean queue(Letter letter) {
      return letters.add(letter);
    }

    @Override
    public boolean isReady() {
      return true;
    }
  }

  @BeforeEach
  void aDesk() {
    ApprovalLetters letters =
        new ApprovalLetters(new Kept(sent), messages, organizations, publicAddress);
    Course course = new Course(requests, new Turns(requests, letters), members, proceedings);
    desk = new Desk(new Requesting(policies, members), requests, course, ownClock);
  }

  private UUID ask(Org org, Person author, Subject subject) {
    return inOrganization(org, () -> desk.request(subject, as(org, author)));
  }

  @Test
  void whoeverIsToDecideGetsOneLetterAndOneReminderAtHalfTime() {
    publicAddress.set("https://bedside.example.org");
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person first = member(org, PATIENT_EXPERIENCE);
    Person officer = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PATIENT_EXPERIENCE)), anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author, subject(author, TEXT));

    assertThat(sent).extracting(Letter::to).containsExactly(first.email());
    assertThat(sent.getFirst().text())
        .contains("https://bedside.example.org/approvals/" + request, author.name())
        .doesNotContain("Thank you", "review", "google");

    ownClock.advance(Duration.ofHours(1));
    inOrganization(org, () -> desk.look());
    assertThat(sent).hasSize(1);
    ownClock.advance(Duration.ofHours(1));
    inOrganization(org, () -> desk.look());
    ownClock.advance(Duration.ofMinutes(30));
    inOrganization(org, () -> desk.look());
    assertThat(sent).extracting(Letter::to).containsExactly(first.email(), first.email());
    assertThat(sent.getLast().subject()).startsWith("Still waiting");

    inOrganization(org, () -> desk.decide(request, 1, Decision.APPROVE, "", as(org, first)));
    assertThat(sent)
        .extracting(Letter::to)
        .containsExactly(first.email(), first.email(), officer.email());
    ownClock.advance(Duration.ofHours(2));
    inOrganization(org, () -> desk.look());
    assertThat(sent).as("expired, nobody is reminded of it").hasSize(3);
    assertThat(find(org, request).ending()).extracting(Ending::outcome).isEqualTo(Outcome.EXPIRED);
  }

  @Test
  void whoeverManagesApprovalsHearsOnceThatNobodyIsLeft() {
    Org org = found("Larkspur Health");
    Person officer = member(org, PRIVACY_OFFICER);
    // manages no approvals
    member(org, COMMUNICATIONS);
    policy(org, anyOf(role(PRIVACY_OFFICER)));

    ask(org, officer, subject(officer, TEXT));
    ownClock.advance(Duration.ofMinutes(20));
    inOrganization(org, () -> desk.look());

    assertThat(sent).extracting(Letter::to).containsExactly(officer.email());
    assertThat(sent.getFirst().subject()).startsWith("Nobody is left");
    assertThat(sent.getFirst().text()).contains("under Approvals").doesNotContain("http");
  }
}
