package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.bedside.Browser;
import org.bedside.channels.Network;
import org.bedside.inbox.Reply.State;
import org.bedside.inbox.SentReplies.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A review on Google, which shows one answer only. */
@Timeout(180)
class OnlyReplyTest extends RepliesThatGoOut {

  private static final String SENDS = "name=\"send\" value=\"yes\"";

  @Override
  Network where() {
    return Network.GOOGLE_BUSINESS;
  }

  @Override
  String connector() {
    return "google";
  }

  @Test
  void theComposerShowsTheAnswerThatIsThereAndOffersToChangeIt() {
    assertThat(composer()).contains(SENDS).doesNotContain("shows one only");
    send(SAFE);
    long id = awaitReply(State.POSTED).id();

    assertThat(composer())
        .contains("This review has an answer already, and Google shows one only", SAFE)
        .contains("name=\"change\" value=\"" + id + "\"")
        .doesNotContain(SENDS);

    Browser maren = signIn(writer);
    String change = Long.toString(id);
    assertThat(maren.post(composerAt(), "reply", DISCLOSING, "change", change).body())
        .contains("the reply stays as it is", ">" + DISCLOSING + "</textarea>");
    assertThat(maren.post(composerAt(), "reply", OTHER, "change", change).statusCode())
        .isEqualTo(302);
    await().until(() -> network.texts().equals(List.of(OTHER)));
    await().until(() -> reply().text().equals(OTHER));
  }

  @Test
  void aSecondAnswerIsNotSentOverTheFirstAndItsWordsAreKept() {
    hold();
    send(SAFE);
    assertThat(composer())
        .contains("Take this one back first")
        .doesNotContain(SENDS, "value=\"change");
    refusesAnother();
    letGo();
    long id = awaitPosted();
    refusesAnother();
    assertThat(network.texts()).containsExactly(SAFE);

    with(id, one -> sent.takeDown(one, me));
    await().until(() -> network.texts().isEmpty());
    await().until(() -> send(OTHER) instanceof Result.Leaving);
    await().until(() -> network.texts().equals(List.of(OTHER)));
  }

  private void refusesAnother() {
    assertThat(send(OTHER)).isEqualTo(new Result.Unfit("reply.answered-already", ""));
    assertThat(file().replies())
        .filteredOn(one -> one.state() == State.DRAFT)
        .singleElement()
        .extracting(Reply::text)
        .isEqualTo(OTHER);
  }

  private long awaitPosted() {
    await().until(() -> file().replies().stream().anyMatch(one -> one.state() == State.POSTED));
    return file().replies().stream()
        .filter(one -> one.state() == State.POSTED)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String composerAt() {
    return "/inbox/" + caseId + "/reply";
  }

  private String composer() {
    return signIn(writer).get(composerAt()).body();
  }
}
