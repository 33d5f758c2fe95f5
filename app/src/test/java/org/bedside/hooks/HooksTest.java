package org.bedside.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bedside.BedsideTest;
import org.bedside.database.CurrentOrganization;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages to real servers. */
class HooksTest extends BedsideTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String OWNER = "a-test";

  @Autowired private Hooks hooks;
  @Autowired private HookQueue queue;
  @Autowired private Messenger messenger;
  @Autowired private HookRounds rounds;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(200);
  private final CountDownLatch hurry = new CountDownLatch(1);
  private final CountDownLatch slowHasBegun = new CountDownLatch(1);
  private WebServer other;
  private Org org;

  @BeforeEach
  void somebodyListens() throws IOException {
    other = new WebServer().on("/quick", this::hear).on("/slow", this::hearSlowly);
    org = found("Larkspur Health");
  }

  @AfterEach
  void nobodyListens() {
    hurry.countDown();
    across.jdbc().sql("delete from hook").update();
    other.close();
  }

  private void hear(HttpExchange exchange) throws IOException {
    heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Bedside-Delivery")));
    WebServer.send(exchange, status.get(), "text/plain", new byte[0]);
  }

  private void hearSlowly(HttpExchange exchange) throws IOException {
    slowHasBegun.countDown();
    try {
      hurry.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hear(exchange);
  }

  private UUID hook(String path) {
    return inOrganization(org, () -> hooks.add(OWNER, other.url(path), hooks.newSecret()));
  }

  private void put(UUID hook, @Nullable String line, String body) {
    inOrganization(
        org, () -> hooks.put(hook, new HookMessage(UUID.randomUUID(), "something", line, body)));
  }

  private List<Delivery> latest() {
    return inOrganization(org, () -> hooks.latest(OWNER, 9));
  }

  @Test
  void aReceiverThatIsSlowDelaysOnlyItself() throws InterruptedException {
    UUID slow = hook("/slow");
    UUID quick = hook("/quick");
    put(slow, null, "\"slow\"");
    assertThat(slowHasBegun.await(30, TimeUnit.SECONDS)).isTrue();

    put(quick, null, "\"quick\"");

    await().atMost(Duration.ofSeconds(15)).until(() -> heard.contains("\"quick\""));
    assertThat(heard).as("the slow one is still under way").containsExactly("\"quick\"");
    hurry.countDown();
    await().atMost(SOON).until(() -> heard.contains("\"slow\""));
  }

  @Test
  void thoseOfALineArriveInOrderEvenWhereTheFirstIsTriedTwice() {
    UUID hook = hook("/quick");
    status.set(503);
    put(hook, "ticket:1", "1");
    await()
        .atMost(SOON)
        .until(() -> latest().stream().anyMatch(one -> "hooks.error.status".equals(one.error())));
    status.set(200);
    put(hook, "ticket:1", "2");
    put(hook, "ticket:2", "3");
    await().atMost(SOON).until(() -> heard.contains("3"));
    assertThat(heard).containsExactly("1", "3");

    clock.advance(Duration.ofMinutes(2));
    rounds.wake();

    await().atMost(SOON).until(() -> heard.contains("2"));
    assertThat(heard).containsExactly("1", "3", "1", "2");
    assertThat(keys.get(0)).isEqualTo(keys.get(2));
  }

  @Test
  void whatOneTakesNobodyElseTakesAndAProcessThatDiedOnlyDelaysIt() {
    UUID hook = hook("/quick");
    status.set(503);
    put(hook, null, "1");
    await().atMost(SOON).until(() -> latest().getFirst().error() != null);
    status.set(200);
    List<HookQueue.Due> taken =
        inOrganization(
            org,
            () ->
                queue.claim(hook, clock.instant().plus(Duration.ofMinutes(2)), Messenger.LEASE, 9));
    assertThat(taken).hasSize(1);

    clock.advance(Duration.ofMinutes(3));
    CurrentOrganization.run(org.id(), () -> messenger.send(hook));
    assertThat(heard).as("it may still be under way").hasSize(1);

    clock.advance(Duration.ofMinutes(6));
    rounds.wake();
    await().atMost(SOON).until(() -> latest().getFirst().state() == Delivery.State.DONE);
    assertThat(keys).hasSize(2).containsOnly(taken.getFirst().key().toString());
    clock.advance(Duration.ofDays(3));
    CurrentOrganization.run(org.id(), () -> messenger.send(hook));
    assertThat(heard).as("what was taken is never sent again").hasSize(2);
  }

  @Test
  void anAddressThatIsGoneForGoodIsNotAskedAgainUnlessSomebodyWantsIt() {
    UUID hook = hook("/quick");
    status.set(410);
    put(hook, null, "1");
    await().atMost(SOON).until(() -> latest().getFirst().state() == Delivery.State.GIVEN_UP);
    UUID key = latest().getFirst().key();
    inOrganization(org, () -> hooks.again("another-module", key));
    assertThat(latest().getFirst().state()).isEqualTo(Delivery.State.GIVEN_UP);

    status.set(200);
    inOrganization(org, () -> hooks.again(OWNER, key));

    await().atMost(SOON).until(() -> latest().getFirst().state() == Delivery.State.DONE);
  }

  @Test
  void whatArrivedOrWasGivenUpIsDeletedAfterThirtyDaysAndNothingElse() {
    UUID hook = hook("/quick");
    put(hook, null, "1");
    await().atMost(SOON).until(() -> latest().getFirst().state() == Delivery.State.DONE);
    status.set(410);
    put(hook, null, "2");
    await().atMost(SOON).until(() -> latest().getFirst().state() == Delivery.State.GIVEN_UP);
    status.set(503);
    put(hook, null, "3");
    await().atMost(SOON).until(() -> latest().getFirst().error() != null);
    across
        .jdbc()
        .sql("update hook_message set next_at = 'infinity' where state = 'WAITING'")
        .update();

    clock.advance(Duration.ofDays(29));
    tidied();
    assertThat(latest()).hasSize(3);

    clock.advance(Duration.ofDays(2));
    rounds.wake();
    await().atMost(SOON).until(() -> latest().size() < 3);
    assertThat(latest()).extracting(Delivery::state).containsExactly(Delivery.State.WAITING);
  }

  /** A round has gone by: what is put now is sent by the one after. */
  private void tidied() {
    status.set(200);
    int before = heard.size();
    put(hook("/quick"), null, "4");
    await().atMost(SOON).until(() -> heard.size() > before);
    across.jdbc().sql("delete from hook_message where body = '4'").update();
  }

  @Test
  void anOrganizationAndAModuleSeeOnlyTheirOwn() {
    UUID hook = hook("/quick");

    assertThat(inOrganization(org, () -> hooks.of("another-module"))).isEmpty();
    assertThat(inOrganization(org, () -> hooks.remove("another-module", hook))).isFalse();
    assertThat(inOrganization(found("Foxglove Health"), () -> hooks.of(OWNER))).isEmpty();
    assertThat(inOrganization(org, () -> hooks.of(OWNER))).hasSize(1);
  }

  @Test
  void triesBecomeRarerAndEnd() {
    assertThat(Messenger.pause(1, null)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Messenger.pause(1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    assertThat(Messenger.pause(1, Duration.ofDays(90))).isEqualTo(Duration.ofDays(2));
    assertThat(Messenger.pause(9, null)).isEqualTo(Duration.ofDays(1));
    assertThat(Messenger.pause(10, null)).isNull();
  }

  @Test
  void theSignatureIsTheOneThatAnybodyCanCompute() {
    // printf '1700000000.{"text":"hello"}' | openssl dgst -sha256 -hmac 'quiet harbour'
    assertThat(
            Signature.of(
                Instant.ofEpochSecond(1_700_000_000), "{\"text\":\"hello\"}", "quiet harbour"))
        .isEqualTo(
            "t=1700000000,v1=2bffec991a52ce661dc0b1746fef6928580c5b169881f35838da602406fef01e");
  }
}
