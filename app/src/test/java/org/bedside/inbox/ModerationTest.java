package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.inbox.Moderation.Item;
import org.bedside.inbox.Moderation.Queue;
import org.bedside.listening.RawPost;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What deserves a moderator's look, and what becomes of it. */
class ModerationTest extends WorkTest {

  private static final String SPAM =
      "Cheap pills here https://pills.example/a and https://pills.example/b";

  @Autowired private Moderation moderation;

  @Test
  void whatIsWatchedForComesFirstWithItsReason() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    browser.submit("/settings/inbox/words", "query", "\"bad batch\" OR recall*");
    hear(org, PARKING, SPAM, "They recalled the bad batch of saline. Ask them.");

    List<Item> items = queue(org, null, 10).items();

    assertThat(items).hasSize(2);
    assertThat(items.getFirst().row().preview()).contains("bad batch");
    assertThat(items.getFirst().signals())
        .contains(new Signal(Signal.Kind.WATCHED_WORDS, 40, List.of("\"bad batch\" OR recall*")));
    assertThat(browser.get("/moderation").body())
        .contains("Matches the watched words")
        .contains("recall*")
        .contains("Carries 2 links")
        .doesNotContain("parking");
  }

  @Test
  void aNewWordLooksAtWhatIsOpenAndAnUnreadableOneIsRefusedWithItsPlace() {
    Org org = found("Larkspur Health");
    hear(org, PARKING);
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    assertThat(browser.submit("/settings/inbox/words", "query", "\"garage").body())
        .contains("be read from character");
    assertThat(queue(org, null, 10).items()).isEmpty();
    browser.submit("/settings/inbox/words", "query", "garage");
    assertThat(queue(org, null, 10).items()).hasSize(1);
  }

  @Test
  void aReportNeedsAPublishedReasonAndStaysInTheHistory() {
    Org org = found("Larkspur Health");
    hear(org, SPAM);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    CaseRow row = queue(org, null, 10).items().getFirst().row();
    String decision = "/moderation/" + row.id() + "/decision";
    String version = Integer.toString(row.version());

    assertThat(browser.submit(decision, "version", version, "act", "REPORTED").body())
        .contains("needs one of the published reasons");
    assertThat(queue(org, null, 10).items()).hasSize(1);
    browser.submit(
        decision, "version", version, "act", "REPORTED", "reason", "FAKE", "note", "A shop");

    assertThat(queue(org, null, 10).items()).isEmpty();
    assertThat(browser.get("/inbox/" + row.id()).body())
        .contains("reported it at the network as fake. A shop");
    assertThat(recorded(org)).contains("inbox.reported-to-network");
  }

  @Test
  void whoDecidesOnAnOlderVersionIsToldAndADecisionCanBeTakenBack() {
    Org org = found("Larkspur Health");
    hear(org, SPAM);
    CaseRow row = queue(org, null, 10).items().getFirst().row();
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    String decision = "/moderation/" + row.id() + "/decision";
    browser.submit(decision, "version", Integer.toString(row.version()), "act", "NOTHING");

    assertThat(
            signIn(org, Role.COMMUNICATIONS)
                .submit(decision, "version", Integer.toString(row.version()), "act", "NOTHING")
                .body())
        .contains("looked at it as a moderator");
    assertThat(queue(org, null, 10).items()).isEmpty();

    browser.submit(decision, "version", Integer.toString(row.version() + 1), "act", "AGAIN");
    assertThat(queue(org, null, 10).items()).hasSize(1);
  }

  @Test
  void whatWasDecidedComesBackWhenItWeighsMoreThanWhatWasSeen() {
    Org org = found("Larkspur Health");
    hear(org, SPAM);
    CaseRow row = queue(org, null, 10).items().getFirst().row();
    inOrganization(
        org,
        () ->
            moderation.decide(
                row.id(), row.version(), new Moderation.Decision.NothingToDo(), worker(org)));
    inOrganization(org, () -> moderation.weighAgain());
    assertThat(queue(org, null, 10).items()).isEmpty();

    signIn(org, Role.COMMUNICATIONS).submit("/settings/inbox/words", "query", "pills");

    assertThat(queue(org, null, 10).items())
        .singleElement()
        .satisfies(item -> assertThat(item.signals()).hasSizeGreaterThan(1));
  }

  @Test
  void aWriterWhoMostlyComplainsIsSaidSoWithNumbers() {
    Org org = found("Larkspur Health");
    List<RawPost> posts = new ArrayList<>();
    for (String text :
        List.of(
            "Terrible, rude staff and I hated it.",
            "Awful waiting room, dirty and horrible.",
            "The worst hospital, a terrible experience.",
            "Horrible billing, they were rude and careless.")) {
      posts.add(post(text, "Grumble"));
    }
    receivePosts(org, posts);
    receivePosts(org, List.of(post("Terrible food and a rude porter again.", "Grumble")));

    assertThat(queue(org, null, 10).items())
        .anySatisfy(
            item ->
                assertThat(item.signals())
                    .anySatisfy(
                        signal -> {
                          assertThat(signal.kind()).isEqualTo(Signal.Kind.WRITER);
                          assertThat(signal.facts().getFirst()).isEqualTo("4");
                        }));
  }

  @Test
  void theQueueIsReadPageByPageInOneOrder() {
    Org org = found("Larkspur Health");
    List<RawPost> posts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      posts.add(
          post(
              "Number "
                  + "abcde".charAt(i)
                  + " of offers: https://a"
                  + i
                  + ".example, www.b.example",
              "W" + i));
    }
    receivePosts(org, posts);

    List<Long> seen = new ArrayList<>();
    String after = null;
    do {
      Queue page = queue(org, after, 2);
      page.items().forEach(item -> seen.add(item.row().id()));
      after = page.next();
    } while (after != null);

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).hasSize(queue(org, null, 10).items().size()).isNotEmpty();
  }

  @Test
  void whoOnlyReadsDecidesNothing() {
    Org org = found("Larkspur Health");
    hear(org, SPAM);
    CaseRow row = queue(org, null, 10).items().getFirst().row();
    Browser reader = signIn(org, Role.CLINICIAN);

    assertThat(reader.get("/moderation").body())
        .contains("Carries 2 links")
        .doesNotContain("Nothing to do");
    assertThat(
            reader
                .post("/moderation/" + row.id() + "/decision", "version", "1", "act", "NOTHING")
                .statusCode())
        .isEqualTo(403);
    assertThat(somebody(org, Permission.READ_MENTIONS).may(Permission.WORK_INBOX)).isFalse();
  }

  private Queue queue(Org org, @org.jspecify.annotations.Nullable String after, int limit) {
    return inOrganization(org, () -> moderation.list(after, limit));
  }
}
