package org.bedside.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said, who may hear it, and where it lies. */
class ConversationTest extends PrivateTest {

  private static final String CONFIDED = "The periwinkle lamp fell on my foot. <script>x</script>";

  private String pathOf(Invitation invitation) {
    return "/private/" + invitation.id();
  }

  @Test
  void consentIsKeptWithItsTimeItsVersionAndEveryWordThatWasShown() {
    rule(12, Role.PRIVACY_OFFICER);
    Guest guest = guest(invite("1")).open();
    String wording = guest.wording();

    HttpResponse<String> half =
        guest.browser().post(guest.path() + "/consent", "wording", wording, "agree", "true");
    assertThat(half.statusCode()).isEqualTo(422);
    assertThat(half.body()).contains("Tick both boxes");
    guest.send(CONFIDED);
    assertThat(stateOf("1")).isEqualTo(HandoverState.OPENED);

    guest.agree();

    assertThat(stateOf("1")).isEqualTo(HandoverState.CONSENTED);
    Map<String, @Nullable Object> kept =
        across
            .jdbc()
            .sql(
                """
                select consent_at is not null as timed, consent_version as version,
                  encode(consent_hash, 'hex') as hash, w.wording
                from handover join handover_wording w
                  on w.hash = consent_hash and w.organization_id = handover.organization_id
                where handover.organization_id = :org
                """)
            .param("org", org.id().value())
            .query()
            .singleRow();
    assertThat(kept).containsEntry("timed", true).containsEntry("version", 1);
    assertThat(kept.get("hash")).isEqualTo(wording);
    assertThat(String.valueOf(kept.get("wording")))
        .contains("Larkspur Valley Health", "12 days", "Privacy officer", "I agree that");
    assertThat(recorded(org)).contains("handover.opened", "handover.consented");
  }

  @Test
  void whoeverReadAnOlderWordingIsAskedToReadAgain() {
    Guest guest = guest(invite("2")).open();
    String older = guest.wording();
    rule(90, Role.PRIVACY_OFFICER);

    HttpResponse<String> again =
        guest
            .browser()
            .post(
                guest.path() + "/consent", "wording", older, "agree", "true", "understood", "true");

    assertThat(again.body()).contains("The text has changed", "90 days");
    assertThat(stateOf("2")).isEqualTo(HandoverState.OPENED);
  }

  @Test
  void whatIsSaidInPrivateLiesInNoTableInTheClear() {
    Invitation invitation = invite("3");
    Guest guest = guest(invitation).open().agree();
    HttpResponse<String> sent =
        guest.send(
            CONFIDED, "contact", "call Tamsin on 555-0177", "email", "tamsin.quill@example.org");
    assertThat(sent.statusCode()).isEqualTo(302);
    Browser officer = signIn(org, Role.PRIVACY_OFFICER);
    officer.post(pathOf(invitation) + "/replies", "words", "We moved the marigold shelf.");
    officer.post(
        pathOf(invitation) + "/outcome", "outcome", "RESOLVED", "note", "Ask the quillwort team.");
    String page = officer.get(pathOf(invitation)).body();
    assertThat(page)
        .contains("periwinkle", "Tamsin", "tamsin.quill", "marigold", "quillwort", "&lt;script");

    List<String> secrets =
        List.of("periwinkle", "Tamsin", "555-0177", "tamsin.quill", "marigold", "quillwort");
    String everything = everything();
    assertThat(everything).contains("handover.replied", "Larkspur Valley Health");
    for (String secret : secrets) {
      assertThat(everything.contains(secret)).as(secret).isFalse();
      String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
      assertThat(everything.contains(hex)).as(secret + " as bytes").isFalse();
    }
  }

  /** Every row of every table, as text; bytes as their hexadecimal digits. */
  private String everything() {
    List<String> tables =
        across
            .jdbc()
            .sql(
                """
                select relname::text from pg_class where relnamespace = 'public'::regnamespace
                  and relkind in ('r', 'p') and relname not like 'flyway%'
                """)
            .query((row, i) -> row.getString(1))
            .list();
    assertThat(tables).contains("handover_message", "audit_entry", "letter", "inbox_case");
    List<String> rows = new ArrayList<>();
    for (String table : tables) {
      rows.addAll(
          across
              .jdbc()
              .sql("select t::text from " + table + " t")
              .query((row, i) -> row.getString(1))
              .list());
    }
    return String.join("\n", rows);
  }

  @Test
  void bothSidesWriteInTurnAndEachSeesWhatComesNext() {
    Invitation invitation = invite("4");
    Guest guest = guest(invitation).open().agree().write("The line was long.");
    Browser officer = signIn(org, Role.PATIENT_EXPERIENCE);
    assertThat(officer.get("/private").body()).contains("From case 4", "Waiting for us");

    officer.post(pathOf(invitation) + "/replies", "words", "Thank you for telling us.");

    assertThat(stateOf("4")).isEqualTo(HandoverState.WAITING_FOR_THEM);
    assertThat(guest.look().body())
        .contains("The line was long.", "Thank you for telling us.", "has answered below")
        .contains("What you agreed to", "I agree that Larkspur Valley Health");
    guest.write("Thanks.");
    assertThat(stateOf("4")).isEqualTo(HandoverState.WAITING_FOR_US);
    guest.press("end");
    assertThat(stateOf("4")).isEqualTo(HandoverState.ENDED);
    assertThat(guest.send("One more thing").statusCode()).isEqualTo(302);
    officer.post(pathOf(invitation) + "/replies", "words", "Too late.");
    assertThat(guest.look().body())
        .contains("This conversation has ended")
        .doesNotContain("One more thing", "Too late.");
  }

  @Test
  void onlyTheRolesThatTheRuleNamesReadWhateverElseSomebodyMayDo() {
    Invitation invitation = invite("5");
    guest(invitation).open().agree().write(CONFIDED);
    for (Role role : List.of(Role.ADMINISTRATOR, Role.COMMUNICATIONS, Role.CLINICIAN)) {
      Browser other = signIn(org, role);
      assertThat(other.get("/private").statusCode()).as(role.name()).isEqualTo(403);
      assertThat(other.get(pathOf(invitation)).statusCode()).as(role.name()).isEqualTo(403);
      assertThat(other.open("/account").body()).doesNotContain("href=\"/private\"");
    }
    Browser experience = signIn(org, Role.PATIENT_EXPERIENCE);
    assertThat(experience.get(pathOf(invitation)).body()).contains("periwinkle");

    rule(30, Role.PRIVACY_OFFICER);

    HttpResponse<String> refused = experience.get(pathOf(invitation));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("periwinkle");
    assertThat(experience.get("/private").statusCode()).isEqualTo(403);
    for (String deed : List.of("replies", "end", "outcome", "hold", "release", "erasure")) {
      assertThat(experience.post(pathOf(invitation) + "/" + deed, "words", "x").statusCode())
          .as(deed)
          .isEqualTo(403);
    }
    assertThat(recorded(org).stream().filter("handover.read"::equals)).hasSize(1);
  }

  @Test
  void everyReadingIsWrittenDownWithTheConversationAndInTheAudit() {
    Invitation invitation = invite("6");
    guest(invitation).open().agree().write(CONFIDED);
    Person reader = member(org, Role.PRIVACY_OFFICER);
    Browser officer = signIn(reader);

    officer.get(pathOf(invitation));
    officer.get(pathOf(invitation));
    // their own page carries their name anyway
    String page = signIn(org, Role.PRIVACY_OFFICER).get(pathOf(invitation)).body();

    assertThat(page).contains("Opened by", reader.name());
    assertThat(recorded(org).stream().filter("handover.read"::equals)).hasSize(3);
  }

  @Test
  void anotherOrganizationFindsNothingThere() {
    Invitation invitation = invite("7");
    Guest guest = guest(invitation).open().agree().write(CONFIDED);
    Org other = found("Another house");
    Browser stranger = signIn(other, Role.PRIVACY_OFFICER);

    assertThat(stranger.get(pathOf(invitation)).statusCode()).isEqualTo(404);
    assertThat(stranger.post(pathOf(invitation) + "/erasure").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/private").body()).doesNotContain("From case 7");
    assertThat(inOrganization(other, () -> handovers.ofSubject("case", "7"))).isEmpty();
    // Somebody who works elsewhere and follows a link sees the page of the house that sent it.
    Guest worksElsewhere = new Guest(signIn(other, Role.ADMINISTRATOR), invite("8")).open().agree();
    worksElsewhere.write("Hello");
    assertThat(stateOf("8")).isEqualTo(HandoverState.WAITING_FOR_US);
    assertThat(guest.look().body()).contains("periwinkle");
  }

  @Test
  void whoeverSendsTooMuchIsSlowedDownAndLosesNoWord() {
    Guest guest = guest(invite("9")).open().agree();
    HttpResponse<String> last = guest.send("Message 0");
    for (int i = 1; i < 20; i++) {
      last = guest.send("Message " + i + " of patience");
    }

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body()).contains("Wait ten minutes", "Message 19 of patience</textarea>");
  }

  @Test
  void aMessageThatIsTooLongOrEmptyIsNotKeptAndStaysOnThePage() {
    Guest guest = guest(invite("10")).open().agree();

    assertThat(guest.send("x".repeat(4001)).statusCode()).isEqualTo(422);
    assertThat(guest.send("   ").body()).contains("Write something first");
    HttpResponse<String> wrong = guest.send("Kept on the page", "email", "not an address");
    assertThat(wrong.body()).contains("name@example.org", "Kept on the page", "not an address");
    assertThat(stateOf("10")).isEqualTo(HandoverState.CONSENTED);
  }
}
