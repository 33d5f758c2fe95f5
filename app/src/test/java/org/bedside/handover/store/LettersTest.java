package org.bedside.handover.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bedside.BedsideTest;
import org.bedside.handover.Consent;
import org.bedside.handover.Conversations;
import org.bedside.handover.HandoverRules;
import org.bedside.handover.Handovers;
import org.bedside.handover.Invitation;
import org.bedside.handover.Notices;
import org.bedside.handover.Reach;
import org.bedside.handover.Visits;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a letter goes: once a turn, and only to whom it is for. */
class LettersTest extends BedsideTest {

  @Autowired private Handovers handovers;
  @Autowired private HandoverRules rules;
  @Autowired private Members members;
  @Autowired private Organizations organizations;
  @Autowired private MessageSource messages;
  @Autowired private JdbcClient jdbc;
  @Autowired private Where where;
  @Autowired private Doors doors;
  @Autowired private Wordings wordings;
  @Autowired private OwnRow own;
  @Autowired private Rows rows;
  @Autowired private Shelves shelves;
  @Autowired private OpenedRows opened;
  @Autowired private Safes safes;
  @Autowired private Deeds deeds;

  private final List<String> letters = new ArrayList<>();
  private Org org;
  private Person officer;
  private SignedIn reader;
  private Visits visits;
  private Conversations conversations;

  @BeforeEach
  void lettersAreNoted() {
    Mail mail =
        new Mail() {
          @Override
          public boolean queue(Letter letter) {
            return letters.add(letter.to());
          }

          @Override
          public boolean isReady() {
            return true;
          }
        };
    Notices notices = new Notices(mail, members, organizations, rules, publicAddress, messages);
    Writing writing = new Writing(own, rows, deeds, notices, jdbc);
    visits = new JdbcVisits(where, doors, own, writing, wordings, safes, deeds, transactions);
    conversations =
        new JdbcConversations(jdbc, rows, shelves, opened, deeds, notices, members, rules, clock);
    org = found("Letters");
    officer = member(org, Role.PRIVACY_OFFICER);
    SignedIn may = somebody(org, Permission.READ_HANDOVERS, Permission.OPEN_HANDOVERS);
    reader =
        new SignedIn(
            officer.membership(),
            false,
            officer.name(),
            may.organization(),
            may.organizationName(),
            may.zone(),
            may.permissions());
  }

  @Test
  void aLetterGoesOnceATurnAndToThoseWhoWaitForIt() {
    Invitation invitation = inOrganization(org, () -> handovers.invite("case", "1", "es", reader));
    String token = invitation.link().getPath().substring("/p/".length());
    String browser = visits.open(token).orElseThrow();
    visits.consent(token, browser, new Consent(1, "es", "Acepto."));
    Reach reach = new Reach("", "guest@example.org");

    visits.write(token, browser, "One", reach);
    visits.write(token, browser, "Two", Reach.NONE);
    assertThat(letters).containsExactly(officer.email());

    letters.clear();
    inOrganization(org, () -> conversations.reply(invitation.id(), "Three", reader));
    inOrganization(org, () -> conversations.reply(invitation.id(), "Four", reader));
    assertThat(letters).containsExactly("guest@example.org");
  }

  @Test
  void whoeverGaveNoAddressGetsNoLetter() {
    Invitation invitation = inOrganization(org, () -> handovers.invite("case", "2", "en", reader));
    String token = invitation.link().getPath().substring("/p/".length());
    String browser = visits.open(token).orElseThrow();
    visits.consent(token, browser, new Consent(1, "en", "I agree."));
    visits.write(token, browser, "One", new Reach("555-0100", ""));
    letters.clear();

    inOrganization(org, () -> conversations.reply(invitation.id(), "Two", reader));

    assertThat(letters).isEmpty();
  }
}
