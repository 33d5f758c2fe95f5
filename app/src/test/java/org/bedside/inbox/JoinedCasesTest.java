package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.listening.RawPost;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JoinedCasesTest extends CaseTest {

  private static final String SECOND =
      "I called Larkspur again today. Nothing. Forty minutes on hold.";
  private static final String THIRD = "Third day in a row and the line at Larkspur is still dead.";

  @Autowired private Joins joins;

  @Test
  void whatOneAccountWritesIsOneCaseThatSaysWhy() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT), post("x", "@ben", THIRD));
    receive(org, "Posts", post("b", "@Ada", SECOND));

    assertThat(open(org)).hasSize(2);
    CaseRow row = holding(org, "never answered");
    assertThat(row.mentions()).isEqualTo(2);
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/inbox/" + row.id()).body())
        .contains("Joined: the same author")
        .contains("Not the same");
  }

  @Test
  void threePostsOfOneAccountInOneBatchAreOneCase() {
    Org org = found("Larkspur Health");
    receive(
        org,
        "Posts",
        post("a", "@ada", COMPLAINT),
        post("b", "@ada", SECOND),
        post("c", "@ada", THIRD));

    assertThat(open(org)).singleElement().extracting(CaseRow::mentions).isEqualTo(3);
  }

  @Test
  void aNameThatIsOnlyShownJoinsNothingNorDoesNoName() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "Ada Lind", COMPLAINT), RawPost.of("n", THIRD));
    receive(org, "Posts", post("b", "Ada Lind", SECOND), RawPost.of("m", "Rude and cold staff."));

    assertThat(open(org)).hasSize(4);
  }

  @Test
  void theSameHandleElsewhereIsSomebodyElse() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    receive(org, "Other posts", post("b", "@ada", SECOND));

    assertThat(open(org)).hasSize(2);
  }

  @Test
  void aCommentBelowAPostIsInItsCaseWhoeverWroteIt() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    receive(org, "Posts", post("b", "Ben", "Same here, dreadful.").within("a", null));

    assertThat(open(org)).singleElement().extracting(CaseRow::mentions).isEqualTo(2);
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/inbox/" + open(org).getFirst().id()).body())
        .contains("answers a post in this case");
  }

  @Test
  void whatSomebodyPartedStaysApart() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    receive(org, "Posts", post("b", "@ada", SECOND));
    CaseRow both = open(org).getFirst();
    long second = file(org, both.id()).mentions().getLast().mention().id();

    Browser browser = signIn(org, Role.COMMUNICATIONS);
    browser.post(
        "/inbox/" + both.id() + "/parting",
        "version",
        Integer.toString(both.version()),
        "mention",
        Long.toString(second));
    assertThat(open(org)).hasSize(2).extracting(CaseRow::mentions).containsOnly(1);

    receive(org, "Posts", post("b", "@ada", SECOND + " And again."));
    assertThat(open(org)).as("not even when it is edited").hasSize(2);
    receive(org, "Posts", post("c", "@ada", THIRD));
    assertThat(open(org)).as("what comes next joins the latest").hasSize(2);
    assertThat(recorded(org)).contains("inbox.parted");
  }

  @Test
  void aCaseThatSomebodyWorksOnIsNotTakenAway() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    receive(org, "Other posts", post("b", "@ben", SECOND));
    long worked = holding(org, "Forty minutes").id();
    inOrganization(org, () -> cases.note(worked, "I take this.", somebody(org)));
    receive(org, "Other posts", post("b", "@ben", SECOND + " Edited."));

    assertThat(open(org)).hasSize(2);
  }

  @Test
  void aClosedCaseOpensAgainWhenItsAuthorWritesWithinAFortnightAndKeepsItsOwner() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    CaseRow first = open(org).getFirst();
    UUID owner = UUID.randomUUID();
    SignedIn by = somebody(org);
    inOrganization(org, () -> cases.assign(first.id(), first.version(), owner, "Maren", by));
    close(org, first.id(), Outcome.NO_FOLLOW_UP);

    clock.advance(Duration.ofDays(13));
    receive(org, "Posts", post("b", "@ada", SECOND));

    assertThat(open(org))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(first.id());
              assertThat(row.assignee()).isEqualTo(owner);
              assertThat(row.outcome()).isNull();
            });
    assertThat(file(org, first.id()).events())
        .filteredOn(event -> event.kind() == CaseEvent.Kind.REOPENED)
        .singleElement()
        .extracting(CaseEvent::text)
        .isEqualTo("AUTHOR");
  }

  @Test
  void afterAFortnightOfSilenceItIsAnotherCase() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    long first = open(org).getFirst().id();
    close(org, first, Outcome.NO_FOLLOW_UP);

    clock.advance(Duration.ofDays(15));
    receive(org, "Posts", post("b", "@ada", SECOND));

    assertThat(open(org)).singleElement().extracting(CaseRow::id).isNotEqualTo(first);
  }

  @Test
  void aPostThatIsEditedAtItsSourceOpensItsClosedCase() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "Ada", COMPLAINT));
    long id = open(org).getFirst().id();
    close(org, id, Outcome.NO_FOLLOW_UP);

    receive(org, "Posts", post("a", "Ada", COMPLAINT + " Edit: and now they sent me a bill!"));

    assertThat(open(org)).singleElement().extracting(CaseRow::id).isEqualTo(id);
    assertThat(file(org, id).events())
        .extracting(CaseEvent::kind)
        .containsSubsequence(List.of(CaseEvent.Kind.EDITED_AT_SOURCE, CaseEvent.Kind.REOPENED));
  }

  @Test
  void whyEachMentionIsThereIsKnown() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    receive(org, "Posts", post("b", "@ada", SECOND));
    long id = open(org).getFirst().id();

    assertThat(inOrganization(org, () -> joins.of(id)).values()).containsExactly(Joins.Why.AUTHOR);
  }

  private CaseRow holding(Org org, String words) {
    return open(org).stream()
        .filter(row -> row.preview().contains(words))
        .findFirst()
        .orElseThrow();
  }
}
