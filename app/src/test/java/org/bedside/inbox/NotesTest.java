package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.Browser;
import org.bedside.identity.Member;
import org.bedside.identity.Organizations;
import org.bedside.identity.Role;
import org.bedside.mail.Letter;
import org.bedside.mail.Mail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

class NotesTest extends CaseTest {

  @Autowired private Organizations organizations;
  @Autowired private MessageSource messages;

  @Test
  void whoIsNamedInANoteFindsItAmongWhatIsForThem() {
    Org org = found("Larkspur Health");
    Person ben = member(org, Role.PATIENT_EXPERIENCE);
    Person eve = member(org, Role.PRIVACY_OFFICER);
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    long id = open(org).getFirst().id();
    Browser writer = signIn(org, Role.COMMUNICATIONS);

    writer.post(
        "/inbox/" + id + "/notes",
        "text",
        "@" + ben.name() + " please look at the filthy room",
        "person",
        eve.membership().toString());

    Browser reader = signIn(ben);
    assertThat(reader.get("/inbox/for-you").body()).contains("asks you to look").contains("New");
    reader.get("/inbox/" + id);
    assertThat(reader.get("/inbox/for-you").body()).doesNotContain("Mark all as seen");
    assertThat(signIn(eve).get("/inbox/for-you").body()).contains("Mark all as seen");
    assertThat(writer.get("/inbox/for-you").body()).contains("Nobody asks you for anything");
  }

  @Test
  void anEmptyNoteIsSaidToBeNone() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    long id = open(org).getFirst().id();
    Browser writer = signIn(org, Role.COMMUNICATIONS);

    assertThat(writer.submit("/inbox/" + id + "/notes", "text", "  \n ").body())
        .contains("The note was empty");
    assertThat(writer.get("/inbox/" + id).body()).doesNotContain("Note added");
  }

  @Test
  void theLetterSaysWhereAndNotWhat() {
    Org org = found("Larkspur Health");
    List<Letter> letters = new ArrayList<>();
    Mail mail =
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
    Member ben =
        new Member(UUID.randomUUID(), "Ben", "ben@larkspur.example", Set.of(), clock.instant());
    NoteLetters post =
        new NoteLetters(
            mail, organizations, () -> Optional.of(URI.create("https://b.example")), messages);
    inOrganization(org, () -> post.ask(ben, 17, "Ada Lind"));

    assertThat(letters)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.to()).isEqualTo("ben@larkspur.example");
              assertThat(letter.text())
                  .isEqualTo("Ada Lind asks you to look at case 17.\n\nhttps://b.example/inbox/17");
            });
  }

  @Test
  void aNoteIsItsWritersForAnHourAndItsHistoryStays() {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.COMMUNICATIONS);
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    long id = open(org).getFirst().id();
    Browser browser = signIn(ada);
    browser.post("/inbox/" + id + "/notes", "text", "The first wording");
    String at = note(browser, id);

    browser.post(at, "text", "The second wording");
    assertThat(browser.get("/inbox/" + id).body())
        .contains("The second wording")
        .doesNotContain("The first wording");
    assertThat(browser.get("/inbox/" + id + "/history").body())
        .contains("The first wording")
        .contains("changed a note");

    signIn(org, Role.COMMUNICATIONS).post(at, "text", "Not mine");
    assertThat(browser.get("/inbox/" + id).body()).doesNotContain("Not mine");

    clock.advance(Duration.ofMinutes(61));
    browser.post(at + "/removal");
    assertThat(browser.get("/inbox/" + id).body())
        .contains("The second wording")
        .doesNotContain(at);
  }

  @Test
  void aNoteTakenBackIsReadOnlyInTheFullHistory() {
    Org org = found("Larkspur Health");
    Person ben = member(org, Role.PATIENT_EXPERIENCE);
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    long id = open(org).getFirst().id();
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    browser.post("/inbox/" + id + "/notes", "text", "Wrong case, sorry @" + ben.name());

    browser.post(note(browser, id) + "/removal");

    assertThat(browser.get("/inbox/" + id).body())
        .contains("This note was taken back")
        .doesNotContain("Wrong case");
    assertThat(browser.get("/inbox/" + id + "/history").body()).contains("Wrong case");
    assertThat(signIn(ben).get("/inbox/for-you").body()).doesNotContain("Wrong case");
  }

  @Test
  void whoeverComesTooLateSeesWhoDidWhatAndLosesNoWord() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    CaseRow row = open(org).getFirst();
    Person quick = member(org, Role.COMMUNICATIONS);
    Browser slow = signIn(org, Role.COMMUNICATIONS);
    String seen = Integer.toString(row.version());
    String at = "/inbox/" + row.id();
    signIn(quick)
        .post(at + "/assignment", "version", seen, "assignee", quick.membership().toString());

    String refused = slow.submit(at + "/outcome", "version", seen, "outcome", "SPAM").body();
    assertThat(refused)
        .contains("This case changed while you were here")
        .contains("assigned it to " + quick.name());
    assertThat(open(org)).hasSize(1);

    String kept = slow.post(at + "/reply", "reply", SAFE, "posted", "yes", "seen", seen).body();
    assertThat(kept).contains("Not recorded yet").contains(SAFE).contains(quick.name());
    assertThat(file(org, row.id()).replies()).noneMatch(Reply::posted);
    String now = Integer.toString(row(org, row.id()).version());
    slow.post(at + "/reply", "reply", SAFE, "posted", "yes", "seen", now);
    assertThat(file(org, row.id()).replies()).anyMatch(Reply::posted);
  }

  @Test
  void theHistoryTellsEachFieldBeforeAndAfter() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    CaseRow row = open(org).getFirst();
    Person ben = member(org, Role.COMMUNICATIONS);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    String at = "/inbox/" + row.id();
    browser.post(
        at + "/assignment",
        "version",
        Integer.toString(row.version()),
        "assignee",
        ben.membership().toString());
    browser.post(
        at + "/correction",
        "mention",
        Long.toString(row.leadMention()),
        "sentiment",
        "POSITIVE",
        "urgency",
        row.urgency().name());
    close(org, row.id(), Outcome.HANDED_OVER);

    String history = browser.get(at + "/history").body().replaceAll("\\s+", " ");
    assertThat(history)
        .containsPattern("Nobody</div></td> <td[^>]*><div[^>]*>" + Pattern.quote(ben.name()))
        .containsPattern("Negative</div></td> <td[^>]*><div[^>]*>Positive")
        .containsPattern("Open</div></td> <td[^>]*><div[^>]*>Handed over");
    assertThat(signIn(found("Elsewhere"), Role.ADMINISTRATOR).get(at + "/history").statusCode())
        .isEqualTo(404);
  }

  private static String note(Browser browser, long id) {
    Matcher found =
        Pattern.compile("action=\"(/inbox/" + id + "/notes/\\d+)\"")
            .matcher(browser.get("/inbox/" + id).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
