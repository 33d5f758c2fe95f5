package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bedside.BedsideTest;
import org.bedside.assessment.MentionsAssessed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two batches with posts of one story, neither of which sees what the other does. */
class BatchesInTurnTest extends BedsideTest {

  @Autowired private ApplicationEventPublisher events;
  @Autowired private JdbcClient jdbc;

  @Test
  void batchesOfOneOrganizationAreGatheredOneAfterTheOther() {
    Org org = found("Larkspur Health");
    MentionsAssessed batch = new MentionsAssessed(List.of());
    CompletableFuture<?> second =
        inOrganization(
            org,
            () -> {
              events.publishEvent(batch);
              CompletableFuture<?> other =
                  CompletableFuture.runAsync(
                      () -> inOrganization(org, () -> events.publishEvent(batch)));
              await()
                  .atMost(Duration.ofSeconds(20))
                  .pollInSameThread()
                  .until(() -> other.isDone() || somebodyWaits());
              assertThat(other).isNotDone();
              return other;
            });
    second.join();
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
        .query(Boolean.class)
        .single();
  }
}
