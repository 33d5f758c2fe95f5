package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bedside.listening.RawPost;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Streams and older posts bring answers before what they answer; the cases must not tell. */
class AnswersHeardFirstTest extends CaseTest {

  private static final String SAME = "Same here, dreadful.";
  private static final String ALSO = "Me too, three weeks and no call back from anybody.";
  private static final String LATER = "And now they sent me a bill for parking.";

  @Autowired private Joins joins;
  @Autowired private JdbcClient jdbc;

  @Test
  void anAnswerThatWasHeardFirstJoinsThePostThatItAnswersAsSoonAsThatIsHeard() {
    assertThatOrderDoesNotMatter(
        post("a", "@ada", COMPLAINT), post("b", "Ben", SAME).within("a", null));
  }

  @Test
  void aWholeConversationHeardBackwardsIsTheSameCase() {
    assertThatOrderDoesNotMatter(
        post("a", "@ada", COMPLAINT),
        post("b", "Ben", SAME).within("a", null),
        post("c", "Cyd", ALSO).within("b", null));
  }

  @Test
  void whatSomebodyAnswersToTheirOwnPostIsTheSameCase() {
    assertThatOrderDoesNotMatter(
        post("a", "@ada", COMPLAINT), post("b", "@ada", LATER).within("a", null));
  }

  @Test
  void anAnswerThatWasHeardFirstLeavesTheCaseOfItsWriterForThePostThatItAnswers() {
    Org inOrder = found("Larkspur Health");
    RawPost earlier = post("x", "@ben", LATER);
    RawPost first = post("a", "@ada", COMPLAINT);
    RawPost answer = post("b", "@ben", SAME).within("a", null);
    receive(inOrder, "Posts", earlier);
    receive(inOrder, "Posts", first);
    receive(inOrder, "Posts", answer);
    Org backwards = found("Larkspur Health");
    receive(backwards, "Posts", earlier);
    receive(backwards, "Posts", answer);
    receive(backwards, "Posts", first);

    assertThat(told(backwards)).isEqualTo(told(inOrder)).hasSize(2);
  }

  @Test
  void twoAnswersInOneBatchJoinThePostToo() {
    Org org = found("Larkspur Health");
    receive(
        org,
        "Posts",
        post("b", "Ben", SAME).within("a", null),
        post("c", "Cyd", ALSO).within("a", null));
    assertThat(open(org)).hasSize(2);

    receive(org, "Posts", RawPost.of("a", COMPLAINT));

    assertThat(open(org)).singleElement().extracting(CaseRow::mentions).isEqualTo(3);
  }

  @Test
  void whatSomebodyHasWorkedOnStaysWhereItIs() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("b", "Ben", SAME).within("a", null));
    long worked = open(org).getFirst().id();
    inOrganization(org, () -> cases.note(worked, "I take this.", somebody(org)));

    receive(org, "Posts", post("a", "@ada", COMPLAINT));

    assertThat(open(org)).hasSize(2);
  }

  @Test
  void anAnswerElsewhereWithTheSameKeyIsNoAnswer() {
    Org org = found("Larkspur Health");
    receive(org, "Other posts", post("b", "Ben", SAME).within("a", null));

    receive(org, "Posts", post("a", "@ada", COMPLAINT));

    assertThat(open(org)).hasSize(2);
  }

  @Test
  void whatAnswersAPostIsReadFromItsIndex() {
    Org org = found("Larkspur Health");
    List<String> plan =
        inOrganization(
            org,
            () -> {
              jdbc.sql("set local enable_seqscan = off").update();
              return jdbc.sql(
                      """
                      explain select a.id from post q join mention a on a.post_id = q.id
                      where q.source_id = '00000000-0000-0000-0000-000000000000' and q.reply_to = 'a' order by a.id
                      limit 200
                      """)
                  .query(String.class)
                  .list();
            });

    assertThat(String.join("\n", plan)).contains("post_reply_to").doesNotContain("Seq Scan");
  }

  private void assertThatOrderDoesNotMatter(RawPost... posts) {
    Org inOrder = found("Larkspur Health");
    for (RawPost post : posts) {
      receive(inOrder, "Posts", post);
      clock.advance(Duration.ofMinutes(1));
    }
    Org backwards = found("Larkspur Health");
    List<RawPost> reversed = new ArrayList<>(Arrays.asList(posts));
    Collections.reverse(reversed);
    for (RawPost post : reversed) {
      receive(backwards, "Posts", post);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(told(inOrder)).hasSize(1);
    assertThat(told(backwards)).isEqualTo(told(inOrder));
  }

  /** What each case is: its leading words, what counts, and who is in it for which reason. */
  private Set<String> told(Org org) {
    Set<String> all = new TreeSet<>();
    for (CaseRow row : open(org)) {
      Map<Long, Joins.Why> why = inOrganization(org, () -> joins.of(row.id()));
      Map<String, String> inIt = new TreeMap<>();
      file(org, row.id())
          .mentions()
          .forEach(
              one -> inIt.put(one.mention().text(), String.valueOf(why.get(one.mention().id()))));
      all.add(row.preview() + " " + row.priority() + " " + row.mentions() + " " + inIt);
    }
    return all;
  }
}
