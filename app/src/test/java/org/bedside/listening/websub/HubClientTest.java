package org.bedside.listening.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.bedside.database.OrganizationId;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.Limits;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.Test;

class HubClientTest {

  @Test
  void aHubThatNeverAnswersIsGivenUp() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (WebServer server = new WebServer();
        Guarded guarded = Guarded.withLoopback()) {
      server.on("/hub", exchange -> waitFor(over));
      Duration brief = Duration.ofMillis(200);
      HubClient client =
          new HubClient(guarded.client(), new Limits(brief, brief, brief, 1000, 0, 1));

      assertThat(client.ask(due(server.url("/hub"))))
          .isEqualTo(new HubClient.Reply.Not("websub.unreachable", "", null));
      over.countDown();
    }
  }

  private static void waitFor(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Subscriptions.Due due(URI hub) {
    return new Subscriptions.Due(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new OrganizationId(UUID.randomUUID()),
        hub,
        URI.create("https://forum.example/feed"),
        URI.create("https://bedside.example.org"),
        new Keys("t", "s"),
        false,
        false,
        List.of(hub),
        0);
  }
}
