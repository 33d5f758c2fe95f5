package org.bedside.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.connector.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A source that works, and leaves something out: people are told as long as that is so. */
class RemarksTest extends BedsideTest {

  private static final Remark UNSAID =
      Remark.of("x.unsaid", 1, List.of("Wards <b>\u0000\ud83d & more"));
  private static final String SENTENCE = "since X can’t be asked for it: “Wards &lt;b";

  @Autowired private Listening listening;
  @Autowired private Watches watches;
  @Autowired private PollQueue queue;

  private Org org;
  private Browser browser;
  private UUID source;

  @BeforeEach
  void listen() {
    org = found("Larkspur Health");
    browser = signIn(org, Role.COMMUNICATIONS);
    source =
        inOrganization(
            org,
            () ->
                listening
                    .begin(
                        "Posts on X",
                        URI.create("https://x.com"),
                        "x",
                        Source.Takes.MATCHED,
                        null,
                        null,
                        somebody(org))
                    .id());
  }

  private PollQueue.Claim claim() {
    inOrganization(org, () -> listening.makeDue(source));
    return queue.claim(1000).stream()
        .filter(claim -> claim.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static Heard.Posts nothing() {
    return new Heard.Posts(List.of(), List.of(), "cursor");
  }

  private String page() {
    return browser.get("/sources/" + source).body();
  }

  @Test
  void whatIsLeftOutIsToldOnThePageInTheListAndToProgramsUntilItIsNoLongerSo() {
    queue.heard(claim(), nothing().remarking(List.of(UNSAID)));

    assertThat(page())
        .contains("Not all of it is heard", SENTENCE, "Heard in part")
        .doesNotContain("Healthy");
    assertThat(browser.get("/sources").body())
        .contains(SENTENCE, "Heard in part", "<span>X</span>");
    assertThat(browser.inLanguage("es").get("/sources/" + source).body())
        .contains("No se escucha todo", "a X no se le puede pedir: “Wards");
    browser.inLanguage("en");
    JsonNode seen = program();
    assertThat(seen.at("/remarks/0/code").asString()).isEqualTo("x.unsaid");
    assertThat(seen.at("/remarks/0/count").asInt()).isEqualTo(1);
    assertThat(seen.at("/remarks/0/names/0").asString()).startsWith("Wards <b>");
    assertThat(seen.at("/remarks/0/message").asString()).contains("Write one of these");

    queue.heard(claim(), nothing());
    assertThat(page()).as("nothing new was found out about it").contains(SENTENCE);
    queue.heard(claim(), new Heard.Trouble("x.unreadable", "", null));
    assertThat(page()).contains(SENTENCE, "X’s answer is not what");

    queue.heard(claim(), nothing().remarking(List.of()));
    assertThat(page()).contains("Healthy").doesNotContain(SENTENCE, "Not all of it is heard");
    assertThat(program().path("remarks").values()).isEmpty();
  }

  @Test
  void whatAStreamSaysStandsUntilItSaysOtherwiseAndADeadOneHasNoSay() {
    PollQueue.Claim claim = claim();
    assertThat(queue.remark(claim, List.of(UNSAID, Remark.of("x.no-search")))).isTrue();
    assertThat(queue.hear(claim, nothing())).isTrue();
    assertThat(page()).contains(SENTENCE, "Your plan at X has no search");

    assertThat(queue.remark(claim, List.of())).isTrue();
    assertThat(page()).doesNotContain("Not all of it is heard");

    queue.release(claim, java.time.Duration.ZERO);
    assertThat(queue.remark(claim, List.of(UNSAID))).isFalse();
    assertThat(page()).doesNotContain(SENTENCE);
  }

  @Test
  void aNetworkThatFiltersIsGivenEveryActiveWatchByItsName() throws Exception {
    inOrganization(
        org,
        () -> {
          try {
            watches.add("Wards", "ward*", somebody(org));
            StoredWatch paused = watches.add("Paused", "pause", somebody(org));
            watches.change(paused.id(), "Paused", "pause", false, somebody(org));
          } catch (org.bedside.understanding.WatchSyntaxException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(claim().target().watched().get())
        .containsExactly(new Target.Watched("Wards", "ward*"));
  }

  private JsonNode program() {
    JsonNode all = Api.json(api(org, Permission.READ_SOURCES).get("/api/v1/sources"));
    JsonNode one = all.at("/items/0");
    assertThat(one.path("kind").asString()).isEqualTo("feed");
    assertThat(one.path("type").asString()).isEqualTo("x");
    return one;
  }
}
