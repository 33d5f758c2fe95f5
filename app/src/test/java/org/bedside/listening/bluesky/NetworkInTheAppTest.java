package org.bedside.listening.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bedside.BedsideTest;
import org.bedside.listening.Listening;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.Watches;
import org.bedside.listening.connector.SocketStage;
import org.bedside.listening.connector.Stage;
import org.bedside.listening.poll.Poller;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A whole network's stream from its socket to the stored posts. */
class NetworkInTheAppTest extends BedsideTest {

  private static final String ANA = "did:plc:ana2222222222222222222222";
  private static final String BEN = "did:plc:ben3333333333333333333333";
  private static final long START = 1_795_370_340_000_000L;

  @Autowired private Listening listening;
  @Autowired private Sources sources;
  @Autowired private Watches watches;
  @Autowired private Poller poller;

  @Test
  void onlyWhatMatchesIsStoredAndABreakLosesNothing() throws Exception {
    Org org = found("Larkspur Health");
    watch(org, "Larkspur");
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String text = i % 100 == 7 ? "Larkspur ward " + i : "Soup of the day " + i;
      messages.add(created(i % 2 == 0 ? ANA : BEN, "k" + i, START + i, text));
    }
    try (Stage stage = new SocketStage(false)) {
      stage.plays(messages.subList(0, 600), Stage.Ending.BREAKS);
      UUID source = begin(org, URI.create(stage.base().toString().replace("ws:", "http:")));
      until(() -> keys(source).size() == 6);

      messages.add(
          bytes(
              "{'did':'%s','time_us':%d,'kind':'commit','commit':{'operation':'delete','collection':'app.bsky.feed.post','rkey':'k107'}}"
                  .formatted(BEN, START + 2_000)));
      messages.add(created(ANA, "last", START + 3_000, "Larkspur at last"));
      stage.plays(messages, Stage.Ending.STAYS);
      until(() -> keys(source).contains("last"));
      assertThat(keys(source))
          .containsExactlyInAnyOrder(
              "k7", "k207", "k307", "k407", "k507", "k607", "k707", "k807", "k907", "last");
      assertThat(stage.asked().getLast()).contains("&cursor=");

      inOrganization(org, () -> sources.pause(source, somebody(org)));
    }
  }

  @Test
  void twoOrganizationsShareOneConnectionAndEachHasItsOwnPostsOnce() throws Exception {
    Org larkspur = found("Larkspur Health");
    Org mercy = found("Mercy Clinic");
    watch(larkspur, "Larkspur OR ward");
    watch(mercy, "Mercy OR ward");
    try (JetNetwork network = new JetNetwork()) {
      UUID ours = begin(larkspur, network.url());
      UUID theirs = begin(mercy, network.url());
      poller.askDue();
      int greeting = 0;
      while (keys(ours).isEmpty() || keys(theirs).isEmpty()) {
        network.says("ana", "greeting" + greeting++, "Hello to every ward");
        await(() -> true);
      }
      network.says("ana", "l", "Larkspur is kind");
      network.says("ben", "m", "Mercy is quick");
      network.says("ben", "n", "Soup of the day");
      network.says("cleo", "gone", "The ward was rude");
      network.says("cleo", "w", "The ward was cold");
      await(() -> since(ours).contains("w") && since(theirs).contains("w"));
      network.deletes("cleo", "gone");
      network.says("cleo", "w", "The ward was cold, the soup warm");
      await(() -> text(ours, "w").contains("warm") && text(theirs, "w").contains("warm"));
      assertThat(since(ours)).containsExactly("l", "w");
      assertThat(since(theirs)).containsExactly("m", "w");
      assertThat(network.connections()).isEqualTo(1);

      network.breaks();
      await(() -> !isClaimed(ours) && !isClaimed(theirs));
      network.says("dora", "x", "A quiet ward");
      network.deletes("ana", "l");
      clock.advance(Duration.ofSeconds(10));
      poller.askDue();
      await(() -> since(ours).contains("x") && since(theirs).contains("x"));
      assertThat(since(ours)).containsExactly("w", "x");
      assertThat(since(theirs)).containsExactly("m", "w", "x");
      assertThat(network.connections()).isEqualTo(2);

      inOrganization(larkspur, () -> sources.pause(ours, somebody(larkspur)));
      inOrganization(mercy, () -> sources.pause(theirs, somebody(mercy)));
    }
  }

  /** The keys of what came after the greetings. */
  private List<String> since(UUID source) {
    return keys(source).stream().filter(key -> !key.startsWith("greeting")).toList();
  }

  private String text(UUID source, String key) {
    return across
        .jdbc()
        .sql("select text from post where source_id = ? and external_id like ?")
        .param(source)
        .param("%/" + key)
        .query(String.class)
        .single();
  }

  private boolean isClaimed(UUID source) {
    return across
        .jdbc()
        .sql("select claim is not null from source_state where source_id = ?")
        .param(source)
        .query(Boolean.class)
        .single();
  }

  /** Looks again and again, time standing as it is, until it holds. */
  private static void await(Check check) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      assertThat(new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)).isFalse();
      if (check.holds()) {
        return;
      }
    }
    throw new AssertionError("it never came to hold");
  }

  private UUID begin(Org org, URI url) {
    var by = somebody(org);
    return inOrganization(
        org,
        () ->
            listening
                .begin("Bluesky", url, "bluesky-jetstream", Source.Takes.MATCHED, null, null, by)
                .id());
  }

  private void watch(Org org, String query) {
    var by = somebody(org);
    inOrganization(
        org,
        () -> {
          try {
            return watches.add("ours", query, by);
          } catch (WatchSyntaxException e) {
            throw new AssertionError(e);
          }
        });
  }

  private interface Check {
    boolean holds();
  }

  /** Takes up what is due, time running on, until it holds. */
  private void until(Check check) throws InterruptedException {
    for (int i = 0; i < 600 && !check.holds(); i++) {
      clock.advance(Duration.ofSeconds(1));
      poller.askDue();
      assertThat(new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(check.holds()).isTrue();
  }

  /** The last parts of the stored posts' keys. */
  private List<String> keys(UUID source) {
    return across
        .jdbc()
        .sql("select external_id from post where source_id = ? order by id")
        .param(source)
        .query((row, i) -> row.getString(1).replaceFirst(".*/", ""))
        .list();
  }

  private static byte[] created(String did, String key, long time, String text) {
    return bytes(
        "{'did':'%s','time_us':%d,'kind':'commit','commit':{'operation':'create','collection':'app.bsky.feed.post','rkey':'%s','record':{'$type':'app.bsky.feed.post','createdAt':'2026-11-22T17:58:59.102Z','langs':['en'],'text':'%s'}}}"
            .formatted(did, time, key, text));
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }
}
