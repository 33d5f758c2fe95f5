package org.bedside.listening.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.bedside.MovableClock;
import org.bedside.listening.bluesky.JetNetwork;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Shareable;
import org.bedside.outbound.Guarded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several organizations on one stream: what the network sees, and what each of them has. */
@Timeout(60)
class OneConnectionForManyTest {

  private static final Duration PAST_THE_WINDOW = Duration.ofSeconds(31);

  private final MovableClock clock = new MovableClock();
  private Guarded guarded;
  private Shareable connector;
  private JetNetwork network;
  private Organizations organizations;

  @BeforeEach
  void begin() throws InterruptedException {
    guarded = Guarded.withLoopback();
    connector = JetNetwork.connector(guarded.client(), clock);
    network = new JetNetwork();
    organizations = new Organizations(clock);
  }

  @AfterEach
  void end() {
    organizations.close();
    guarded.close();
    network.close();
  }

  private Organizations.Organization organization(@Nullable String cursor) {
    return organizations.at(connector, network.url(), cursor);
  }

  private Organizations.Organization fromTheStart() {
    return organization(JetNetwork.cursor(0)).listens();
  }

  /** Says so many posts, and waits until each organization has all. */
  private void says(String prefix, int count, Organizations.Organization... heardBy)
      throws InterruptedException {
    for (int i = 0; i < count; i++) {
      network.says("ana", prefix + i, "Soup of the day " + i);
    }
    for (Organizations.Organization one : heardBy) {
      one.awaitPosts(network.standing());
    }
  }

  /** Says posts one by one until the network has no more than so many connections. */
  private void saysUntilOpen(int connections, Organizations.Organization... heardBy)
      throws InterruptedException {
    says("more", 12, heardBy);
    network.awaitOpen(connections);
  }

  @Test
  void twoOrganizationsAreOneConnectionAndEachHasEveryPostOnce() throws Exception {
    var larkspur = fromTheStart();
    var mercy = fromTheStart();
    says("a", 50, larkspur, mercy);
    network.says("ben", "b", "Kind nurses");
    network.says("ben", "b", "Kind nurses, cold food");
    network.says("cleo", "c", "Rude porter");
    network.deletes("cleo", "c");
    network.says("dora", "d", "Nobody came");
    network.leaves("dora");
    says("e", 50, larkspur, mercy);

    assertThat(network.connections()).isEqualTo(1);
    assertThat(larkspur.born()).doesNotHaveDuplicates();
    assertThat(mercy.born()).doesNotHaveDuplicates();
    assertThat(network.standing())
        .containsEntry(JetNetwork.uri("ben", "b"), "Kind nurses, cold food")
        .hasSize(101);
  }

  @Test
  void twoThatBeginWithNowAreOneConnection() throws Exception {
    var larkspur = organization(null).listens();
    network.awaitOpen(1);
    network.says("ana", "first", "Soup");
    larkspur.awaitPost(JetNetwork.uri("ana", "first"));
    var mercy = organization(null);
    CountDownLatch quiet = new CountDownLatch(1);
    mercy.listens();
    mercy.meets(
        () -> {
          quiet.countDown();
          return true;
        });
    quiet.await();
    network.says("ana", "second", "Soup");
    mercy.awaitPost(JetNetwork.uri("ana", "second"));

    larkspur.awaitPosts(network.standing());
    assertThat(mercy.born()).as("since it came").containsExactly(JetNetwork.uri("ana", "second"));

    says("more", 12, larkspur);
    mercy.awaitPost(JetNetwork.uri("ana", "more11"));
    mercy.isPaused();
    says("missed", 1, larkspur);
    mercy.awaitLeft();
    mercy.listens();
    mercy.awaitPost(JetNetwork.uri("ana", "missed0"));
    assertThat(network.connections()).isEqualTo(1);
  }

  @Test
  void otherAddressesAndCredentialsAreOtherConnections() throws Exception {
    fromTheStart();
    organizations
        .at(connector, network.url().resolve("/subscribe"), JetNetwork.cursor(0))
        .listens();
    organizations
        .at(connector, network.url(), JetNetwork.cursor(0), Credential.login("larkspur", "secret"))
        .listens();
    network.awaitOpen(3);
  }

  @Test
  void aCutConnectionIsToldToAllAndTheNextGoesOnForAll() throws Exception {
    var larkspur = fromTheStart();
    var mercy = fromTheStart();
    says("a", 20, larkspur, mercy);
    network.breaks();
    assertThat(larkspur.awaitLeft()).isEqualTo("released");
    assertThat(mercy.awaitLeft()).isEqualTo("released");

    says("missed", 10);
    network.deletes("ana", "a19");
    network.says("ana", "a18", "No soup");
    network.deletes("ana", "missed3");
    larkspur.listens();
    mercy.listens();
    says("b", 20, larkspur, mercy);

    assertThat(network.connections()).isEqualTo(2);
    assertThat(larkspur.born())
        .doesNotHaveDuplicates()
        .doesNotContain(JetNetwork.uri("ana", "missed3"));
    assertThat(mercy.born()).containsExactlyElementsOf(larkspur.born());
  }

  @Test
  void oneIsPausedAndComesBackWithinTheWindowToTheSameConnection() throws Exception {
    var larkspur = fromTheStart();
    var mercy = fromTheStart();
    says("a", 20, larkspur, mercy);
    mercy.isPaused();
    says("b", 20, larkspur);
    assertThat(mercy.awaitLeft()).isEqualTo("released");
    says("c", 20, larkspur);
    mercy.listens();
    says("d", 20, larkspur, mercy);

    assertThat(network.connections()).isEqualTo(1);
    assertThat(mercy.born()).doesNotHaveDuplicates();
  }

  @Test
  void oneThatComesBackWithAnOldCursorCatchesUpAloneAndJoinsTheOthers() throws Exception {
    var larkspur = fromTheStart();
    var mercy = fromTheStart();
    says("a", 20, larkspur, mercy);
    mercy.isPaused();
    says("b", 20, larkspur);
    mercy.awaitLeft();
    clock.advance(PAST_THE_WINDOW);
    says("c", 20, larkspur);
    network.deletes("ana", "c7");
    clock.advance(PAST_THE_WINDOW);
    says("d", 20, larkspur);
    mercy.listens();
    mercy.awaitPosts(network.standing());
    assertThat(network.connections()).isEqualTo(2);

    saysUntilOpen(1, larkspur, mercy);
    assertThat(network.connections()).isEqualTo(2);
    assertThat(mercy.born())
        .doesNotHaveDuplicates()
        .contains(JetNetwork.uri("ana", "b0"), JetNetwork.uri("ana", "c6"));
    assertThat(larkspur.born()).doesNotHaveDuplicates();
  }

  @Test
  void oneThatCannotStoreLeavesAndTheOtherGoesOn() throws Exception {
    var larkspur = fromTheStart();
    var mercy = fromTheStart();
    says("a", 20, larkspur, mercy);
    mercy.meets(
        () -> {
          throw new IllegalStateException("no database");
        });
    says("b", 20, larkspur);
    assertThat(mercy.awaitLeft()).isEqualTo("released");
    says("c", 20, larkspur);

    mercy.listens();
    says("d", 20, larkspur, mercy);
    assertThat(network.connections()).isEqualTo(1);
    assertThat(mercy.born()).doesNotHaveDuplicates().hasSize(80);
    assertThat(larkspur.born()).hasSize(80);
  }

  @Test
  void oneThatIsTooSlowFallsOutOfTheWindowAndHoldsNobodyUpAndComesBack() throws Exception {
    var larkspur = fromTheStart();
    var mercy = fromTheStart();
    says("a", 20, larkspur, mercy);
    CountDownLatch slow = new CountDownLatch(1);
    mercy.meets(
        () -> {
          slow.await();
          return true;
        });
    for (int i = 0; i < 5; i++) {
      says("b" + i, 5, larkspur);
      clock.advance(PAST_THE_WINDOW);
    }
    network.deletes("ana", "b00");
    network.deletes("ana", "b44");
    says("c", 5, larkspur);
    assertThat(network.connections()).as("it waits, and nobody waits for it").isEqualTo(1);

    slow.countDown();
    mercy.awaitPosts(network.standing());
    assertThat(network.connections()).isEqualTo(2);
    saysUntilOpen(1, larkspur, mercy);
    assertThat(mercy.born()).doesNotHaveDuplicates();
    assertThat(network.connections()).isEqualTo(2);
  }

  @Test
  void whoJoinsWithinWhatTheWindowHoldsHearsTheOverlapAsItStands() throws Exception {
    var larkspur = fromTheStart();
    network.says("cleo", "gone", "Rude porter");
    larkspur.awaitCursor(JetNetwork.cursor(1));
    network.says("cleo", "edited", "Kind nurses");
    larkspur.awaitCursor(JetNetwork.cursor(2));
    network.deletes("cleo", "gone");
    larkspur.awaitCursor(JetNetwork.cursor(3));
    network.says("cleo", "edited", "Kind nurses, cold food");
    larkspur.awaitCursor(JetNetwork.cursor(4));

    var mercy = organization(JetNetwork.cursor(4)).listens();
    says("a", 3, larkspur, mercy);
    assertThat(network.connections()).isEqualTo(1);
    assertThat(mercy.born())
        .as("heard again, because servers that share the work differ by seconds")
        .contains(JetNetwork.uri("cleo", "edited"))
        .doesNotContain(JetNetwork.uri("cleo", "gone"));
  }

  @Test
  void whatTheServerNoLongerHasIsToldToThoseWhoMissIt() throws Exception {
    var larkspur = fromTheStart();
    network.says("ana", "a0", "Soup");
    larkspur.awaitPost(JetNetwork.uri("ana", "a0"));
    larkspur.isPaused();
    network.says("ana", "a1", "Soup");
    larkspur.awaitLeft();
    network.awaitOpen(0);
    network.forgets();
    says("b", 8);
    larkspur.listens();
    larkspur.awaitPost(JetNetwork.uri("ana", "b7"));
    larkspur.awaitRemarks(1);

    var mercy = organization(JetNetwork.cursor(3609)).listens();
    network.says("ana", "c", "Soup");
    mercy.awaitPost(JetNetwork.uri("ana", "c"));
    assertThat(network.connections()).isEqualTo(2);
    mercy.isPaused();
    network.says("ana", "d", "Soup");
    mercy.awaitLeft();
    mercy.listens();
    mercy.awaitPost(JetNetwork.uri("ana", "d"));
    mercy.awaitRemarks(0);
    larkspur.awaitRemarks(1);
    assertThat(network.connections()).isEqualTo(2);
  }

  @Test
  void aCursorOfTheFutureWaitsForNothing() throws Exception {
    var larkspur = fromTheStart();
    says("a", 5, larkspur);
    organization(JetNetwork.cursor(100_000)).listens();
    network.awaitOpen(2);
    assertThat(network.asked().getLast())
        .contains("cursor=" + (JetNetwork.START + 99_995_000_000L));
  }

  @Test
  void theLastToLeaveEndsTheConnection() throws Exception {
    var larkspur = fromTheStart();
    var mercy = fromTheStart();
    says("a", 5, larkspur, mercy);
    larkspur.isPaused();
    says("b", 5, mercy);
    network.awaitOpen(1);
    mercy.isPaused();
    says("c", 1);
    network.awaitOpen(0);
  }

  /** Whatever happens to them, in the end each has what the network has. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void inTheEndEachHasWhatTheNetworkHas(long seed) throws Exception {
    Random random = new Random(seed);
    List<Organizations.Organization> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(fromTheStart());
    }
    var steady = organization(JetNetwork.cursor(0)).listens();
    steady.alwaysListens();
    List<CountDownLatch> held = new ArrayList<>();
    Map<Integer, String> posts = new HashMap<>();
    for (int step = 0; step < 400; step++) {
      var one = all.get(random.nextInt(all.size()));
      switch (random.nextInt(24)) {
        case 0 -> one.isPaused();
        case 1 ->
            one.meets(
                () -> {
                  throw new IllegalStateException("no database");
                });
        case 2 -> {
          CountDownLatch slow = new CountDownLatch(1);
          held.add(slow);
          one.meets(
              () -> {
                slow.await();
                return true;
              });
        }
        case 3 -> {
          held.forEach(CountDownLatch::countDown);
          held.clear();
        }
        case 4 -> network.breaks();
        case 5 -> clock.advance(PAST_THE_WINDOW);
        case 6, 7 -> one.listensUnlessItDoes();
        case 8, 9 -> network.deletes("ana", "k" + random.nextInt(step + 1));
        case 10 -> network.leaves("gone" + random.nextInt(step + 1));
        case 11 -> network.says("gone" + step, "k", "Not for long " + step);
        case 12, 13 -> {
          int known = random.nextInt(step + 1);
          if (posts.containsKey(known)
              && network.standing().containsKey(JetNetwork.uri("ana", "k" + known))) {
            network.says("ana", "k" + known, "Said in other words " + step);
          }
        }
        case 14, 15 -> steady.awaitPosts(network.standing());
        default -> {
          posts.put(step, "Soup");
          network.says("ana", "k" + step, "Soup " + step);
        }
      }
    }
    held.forEach(CountDownLatch::countDown);
    for (var one : all) {
      one.meets(() -> true);
      one.alwaysListens();
    }
    all.add(steady);
    for (var one : all) {
      one.awaitPosts(network.standing());
      assertThat(one.born()).doesNotHaveDuplicates();
    }
  }
}
