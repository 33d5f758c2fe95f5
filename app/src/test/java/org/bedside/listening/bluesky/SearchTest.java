package org.bedside.listening.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.PollingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchTest extends PollingContract {

  private final AppView view = AppView.withTwo();

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new Search(outbound, clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(
        base,
        cursor,
        Credential.of(
            Map.of("user", "larkspur.test", "password", "abcd-efgh-ijkl-mnop", "query", "r")));
  }

  @Override
  protected WebServer.Page healthy() {
    return view;
  }

  @Override
  protected List<String> keys() {
    return List.of(
        "at://" + AppView.ANA + "/app.bsky.feed.post/a1",
        "at://" + AppView.ANA + "/app.bsky.feed.post/a2");
  }

  @Test
  void withoutWordsNothingIsAsked() {
    Heard heard = connector.listen(new Target(network.url("/"), null, Credential.login("a", "b")));
    assertThat(heard)
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> {
              assertThat(trouble.code()).isEqualTo("bluesky.query-missing");
              told(trouble);
            });
    assertThat(network.asked()).isEmpty();
  }
}
