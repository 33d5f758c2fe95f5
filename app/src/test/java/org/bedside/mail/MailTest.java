package org.bedside.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Role;
import org.bedside.mail.MailServer.Encryption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters to a real mail server. */
class MailTest extends BedsideTest {

  private static final Duration SOON = Duration.ofSeconds(40);

  @Autowired private Mail mail;
  @Autowired private Letters letters;
  @Autowired private Outgoing outgoing;
  @Autowired private Postman postman;
  @Autowired private MailRounds rounds;

  private PostOffice office;
  private Org org;

  @BeforeEach
  void anOfficeIsOpen() {
    office = new PostOffice();
    mailServer.set(office.address());
    org = found("Larkspur Health");
  }

  @AfterEach
  void theOfficeCloses() {
    across.jdbc().sql("delete from letter").update();
    office.close();
  }

  private void write(String to, String subject) {
    inOrganization(org, () -> mail.queue(new Letter(to, subject, "Something waits: ñ 日本.")));
  }

  private void arrived(int letters) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              rounds.wake();
              return office.taken().size() >= letters;
            });
  }

  private List<Letters.Kept> latest(Letters.State state) {
    return inOrganization(org, () -> letters.latest(state, 9));
  }

  @Test
  void aLetterArrivesAsPlainTextThatSaysThatAMachineWroteIt() {
    write("ada@larkspur.example", "Ñandú: something\r\nBcc: everybody@larkspur.example");

    arrived(1);

    PostOffice.Taken letter = office.taken().getFirst();
    assertThat(letter.to()).isEqualTo("ada@larkspur.example");
    assertThat(letter.from()).isEqualTo("bedside@larkspur.example");
    assertThat(letter.subject()).isEqualTo("Ñandú: something Bcc: everybody@larkspur.example");
    assertThat(letter.text()).isEqualTo("Something waits: ñ 日本.");
    assertThat(letter.raw())
        .contains("Auto-Submitted: auto-generated", "Content-Type: text/plain; charset=UTF-8")
        .doesNotContain("\nBcc");
    await().atMost(SOON).until(() -> latest(Letters.State.WAITING).isEmpty());
    rounds.wake();
    assertThat(office.taken()).hasSize(1);
  }

  @Test
  void whatIsTakenBackIsNotWrittenToAnybody() {
    CurrentOrganization.run(
        org.id(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  assertThat(mail.queue(new Letter("ben@larkspur.example", "No", ""))).isTrue();
                  status.setRollbackOnly();
                }));
    write("ada@larkspur.example", "Yes");

    arrived(1);

    assertThat(office.taken()).extracting(PostOffice.Taken::subject).containsExactly("Yes");
  }

  @Test
  void withoutAMailServerNothingIsKept() {
    mailServer.reset();

    assertThat(inOrganization(org, () -> mail.queue(new Letter("ada@larkspur.example", "No", ""))))
        .isFalse();
    assertThat(mail.isReady()).isFalse();
    assertThat(latest(Letters.State.WAITING)).isEmpty();
    assertThat(signIn(org, Role.ADMINISTRATOR).get("/settings/mail").body())
        .contains("No mail server is set up")
        .doesNotContain("/settings/mail/trial");
  }

  @Test
  void aRefusedAddressIsGivenUpSaysWhyAndKeepsNoOtherLetter() {
    write("gone@larkspur.example", "To nobody");
    write("ada@larkspur.example", "To somebody");

    arrived(1);
    await().atMost(SOON).until(() -> latest(Letters.State.FAILED).size() == 1);

    assertThat(office.taken()).extracting(PostOffice.Taken::subject).containsExactly("To somebody");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    assertThat(admin.get("/settings/mail").body())
        .contains(
            "gone@larkspur.example",
            "To nobody",
            "The mail server takes no letters for this address (550)");
    assertThat(signIn(found("Foxglove Health"), Role.ADMINISTRATOR).get("/settings/mail").body())
        .doesNotContain("gone@larkspur.example");
  }

  @Test
  void anAddressWithAListInItReachesNobody() {
    write("ada@larkspur.example, ben@larkspur.example", "To two");

    await().atMost(SOON).until(() -> latest(Letters.State.FAILED).size() == 1);

    assertThat(latest(Letters.State.FAILED).getFirst().error()).isEqualTo("mail.error.address");
    assertThat(office.taken()).isEmpty();
  }

  @Test
  void whileTheServerIsAwayLettersWaitAndArriveOnceItIsBack() {
    office.shut();
    write("ada@larkspur.example", "One");
    write("ada@larkspur.example", "Two");
    await()
        .atMost(SOON)
        .until(() -> latest(Letters.State.WAITING).stream().anyMatch(one -> one.error() != null));
    assertThat(signIn(org, Role.ADMINISTRATOR).get("/settings/mail").body())
        .contains("2 letters wait", "The mail server was not to be reached");

    office.openAgain();
    clock.advance(Duration.ofMinutes(2));

    arrived(2);
    assertThat(office.taken()).extracting(PostOffice.Taken::subject).contains("One", "Two");
  }

  @Test
  void afterTwoDaysALetterIsGivenUpAndCanBeSentAgainByHand() {
    office.shut();
    write("ada@larkspur.example", "Late");
    await()
        .atMost(SOON)
        .until(
            () -> {
              clock.advance(Duration.ofDays(1));
              rounds.wake();
              return !latest(Letters.State.FAILED).isEmpty();
            });
    office.openAgain();

    Browser admin = signIn(org, Role.ADMINISTRATOR);
    String id = latest(Letters.State.FAILED).getFirst().id().toString();
    assertThat(admin.submit("/settings/mail/" + id + "/again").body())
        .contains("1 letter is on its way again");

    arrived(1);
    assertThat(recorded(org)).contains("mail.sent-again");
  }

  @Test
  void killedBetweenSendingAndNotingALetterIsSentOnceMoreUnderTheSameId() {
    mailServer.reset();
    MailServer server = office.address();
    mailServer.set(server);
    List<Outgoing.Due> due =
        inOrganization(
            org,
            () -> {
              mail.queue(new Letter("ada@larkspur.example", "Twice", "Something waits."));
              return outgoing.claim(clock.instant(), MailRounds.LEASE, 9);
            });
    postman.deliver(server, due, (letter, outcome) -> {});
    write("ada@larkspur.example", "After it");
    arrived(2);

    assertThat(office.taken())
        .as("while it may still be under way nobody else sends it")
        .extracting(PostOffice.Taken::subject)
        .containsExactly("Twice", "After it");
    clock.advance(MailRounds.LEASE.plusMinutes(1));
    arrived(3);

    assertThat(office.taken())
        .filteredOn(letter -> letter.subject().equals("Twice"))
        .extracting(PostOffice.Taken::id)
        .hasSize(2)
        .containsOnly("<" + due.getFirst().id() + "@larkspur.example>");
  }

  @Test
  void aTrialLetterGoesToOneselfAndNobodyElse() {
    Person ada = member(org, Role.ADMINISTRATOR);

    assertThat(signIn(ada).submit("/settings/mail/trial").body())
        .contains("The trial letter to " + ada.email() + " is on its way");

    arrived(1);
    assertThat(office.taken().getFirst().to()).isEqualTo(ada.email());
  }

  @Test
  void thirtyDaysAfterItWasSentALetterIsGone() {
    write("ada@larkspur.example", "Old");
    arrived(1);
    await().atMost(SOON).until(() -> !latest(Letters.State.SENT).isEmpty());
    clock.advance(Duration.ofDays(29));
    outgoing.forget(clock.instant().minus(Duration.ofDays(30)));
    assertThat(latest(Letters.State.SENT)).hasSize(1);

    clock.advance(Duration.ofDays(2));
    await()
        .atMost(SOON)
        .until(
            () -> {
              rounds.wake();
              return latest(Letters.State.SENT).isEmpty();
            });
  }

  @Test
  void aPasswordIsNotWrittenIntoALogAndASettingThatCannotBeReadIsToldInWords() {
    assertThat(
            MailConfiguration.read(
                    "mail.example", "", "bedside", "s3cret", "bedside@larkspur.example", "")
                .orElseThrow())
        .hasToString("MailServer[mail.example:587]")
        .extracting(MailServer::encryption)
        .isEqualTo(Encryption.STARTTLS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MailConfiguration.read("mail.example", "", "", "", "", ""))
        .withMessageContaining("bedside.mail.from");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MailConfiguration.read("mail.example", "", "", "", "a@b.example", "maybe"))
        .withMessageContaining("bedside.mail.tls");
  }

  @Test
  void withoutEncryptionALetterStaysHereUnlessItWasSaidThatItMayGo() {
    MailServer plain = office.address();
    mailServer.set(
        new MailServer(plain.host(), plain.port(), "", "", plain.from(), Encryption.STARTTLS));
    write("ada@larkspur.example", "Readable");

    await()
        .atMost(SOON)
        .until(() -> latest(Letters.State.WAITING).stream().anyMatch(one -> one.error() != null));

    assertThat(latest(Letters.State.WAITING).getFirst().error()).isEqualTo("mail.error.tls");
    assertThat(office.taken()).isEmpty();
  }
}
