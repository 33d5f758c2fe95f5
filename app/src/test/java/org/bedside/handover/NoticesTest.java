package org.bedside.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.identity.Role;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Letters say that something waits, and never more. */
class NoticesTest extends PrivateTest {

  @Autowired private Members members;
  @Autowired private Organizations organizations;
  @Autowired private MessageSource messages;

  private final List<Letter> letters = new ArrayList<>();

  private Notices notices() {
    Mail kept =
        new Mail() {
          @Override
          public boolean queue(Letter letter) {
            return letters.add(letter);
          }

          @Override
          public boolean isReady() {
            return true;
          }
        };
    return new Notices(kept, members, organizations, rules, publicAddress, messages);
  }

  @Test
  void thoseWhoReadThemAreToldAndNobodyElse() {
    publicAddress.set("https://bedside.example.org");
    Person officer = member(org, Role.PRIVACY_OFFICER);
    member(org, Role.ADMINISTRATOR);
    member(org, Role.PATIENT_EXPERIENCE);
    rule(30, Role.PRIVACY_OFFICER);

    inOrganization(org, () -> notices().oneWaits());

    assertThat(letters).extracting(Letter::to).containsExactly(officer.email());
    assertThat(letters.getFirst().text()).contains("https://bedside.example.org/private");
  }

  @Test
  void theLetterThatThereIsAnAnswerHoldsNoLinkAndNoAnswer() {
    inOrganization(org, () -> notices().answered("a@example.org", "es"));

    assertThat(letters.getFirst().subject()).isEqualTo("Hay una respuesta a lo que escribió");
    assertThat(letters.getFirst().text())
        .contains("Larkspur Valley Health")
        .doesNotContain("/p/", "http");
  }
}
