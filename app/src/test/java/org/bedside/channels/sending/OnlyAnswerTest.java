package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Network;
import org.junit.jupiter.api.Test;

/** Reviews on Google, which shows one answer only. */
class OnlyAnswerTest extends OnANetwork {

  @Test
  void aReviewThatWasAnsweredElsewhereKeepsItsAnswer() throws IOException {
    on(Network.GOOGLE_BUSINESS);
    network.put(POST, "An answer by hand", "somebody");
    Delivery refused = awaitState(org, order(), State.REFUSED);
    assertThat(refused.error()).isEqualTo("channels.refused.answered");
    assertThat(network.texts()).containsExactly("An answer by hand");
  }

  @Test
  void aSecondAnswerToAReviewIsNotOrderedWhileTheFirstStandsOrMayStandThere() throws IOException {
    on(Network.GOOGLE_BUSINESS);
    UUID first = order();
    assertThat(refusalOf("accounts/1/locations/2/reviews/" + POST, "Another answer"))
        .isEqualTo("channels.order.answered");
    awaitState(org, first, State.SENT);
    assertThat(refusalOf(POST, "Another answer")).isEqualTo("channels.order.answered");
    assertThat(inOrganization(org, deliveries::counts)).isEqualTo(Map.of(State.SENT, 1L));
    assertThat(network.texts()).containsExactly(TEXT);

    var by = somebody(org);
    inOrganization(org, () -> deliveries.delete(first, by));
    awaitState(org, first, State.DELETED);
    awaitState(org, order(org, channel, POST, "Another answer"), State.SENT);
    assertThat(network.texts()).containsExactly("Another answer");
  }

  @Test
  void otherWordsForAnAnswerTakeThePlaceOfOursOnly() throws IOException {
    on(Network.GOOGLE_BUSINESS);
    UUID id = order();
    awaitState(org, id, State.SENT);
    var by = somebody(org);
    inOrganization(org, () -> deliveries.edit(id, "Other words of ours", by));
    await().until(() -> network.texts().equals(List.of("Other words of ours")));
    awaitState(org, id, State.SENT);

    network.kept.clear();
    network.put(POST, "Somebody changed it by hand", "somebody");
    inOrganization(org, () -> deliveries.edit(id, "And again ours", by));
    Delivery refused = awaitState(org, id, State.SENT);
    assertThat(refused.error()).isEqualTo("channels.refused.answered-otherwise");
    assertThat(refused.detail()).contains("by hand");
    assertThat(refused.text()).isEqualTo("Other words of ours");
    assertThat(network.texts()).containsExactly("Somebody changed it by hand");
  }
}
