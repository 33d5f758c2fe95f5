package org.bedside.listening.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Damage;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.SocketStage;
import org.bedside.listening.connector.Stage;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.StreamingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JetstreamTest extends StreamingContract {

  private static final String ANA = "did:plc:ana2222222222222222222222";
  private static final String BEN = "did:plc:ben3333333333333333333333";

  /** 2026-11-22T17:59:00Z. */
  private static final long START = 1_795_370_340_000_000L;

  private static final long TEN_SECONDS = 10_000_000;
  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([0-9]+)");

  @Override
  protected Streaming connector(Outbound outbound, Clock clock) {
    return new Jetstream(outbound, clock);
  }

  @Override
  protected Stage stage() throws InterruptedException {
    return new SocketStage(false);
  }

  @Override
  protected Target target(@Nullable String cursor) {
    return new Target(stage.base(), cursor, null);
  }

  @Override
  protected List<byte[]> healthy() {
    return List.of(
        created(ANA, "3kaaaaaaaaaa2", START, "Kind nurses on ward four"),
        created(BEN, "3kaaaaaaaaab2", START + TEN_SECONDS, "A long wait again"),
        bytes(
            "{'did':'%s','time_us':%d,'kind':'identity','identity':{'did':'%s','handle':'ben.example.org','seq':7,'time':'2026-11-22T17:59:00.000Z'}}"
                .formatted(BEN, START + 2 * TEN_SECONDS, BEN)),
        created(BEN, "3kaaaaaaaaac2", START + 3 * TEN_SECONDS, "Parking is a trial"));
  }

  @Override
  protected List<String> keys() {
    return List.of(uri(ANA, "3kaaaaaaaaaa2"), uri(BEN, "3kaaaaaaaaab2"), uri(BEN, "3kaaaaaaaaac2"));
  }

  @Override
  protected void remembers(List<byte[]> messages) {
    stage.plays(
        asked ->
            from(asked)
                .map(
                    cursor ->
                        messages.stream()
                            .filter(message -> time(message) >= Long.parseLong(cursor))
                            .toList())
                .findFirst()
                .orElse(List.of()),
        Stage.Ending.ENDS);
  }

  private static long time(byte[] message) {
    return JsonMapper.shared().readTree(message).get("time_us").asLong();
  }

  private static Stream<String> from(String asked) {
    return CURSOR.matcher(asked).results().map(found -> found.group(1));
  }

  @Override
  protected List<String> askedFrom() {
    return stage.asked().stream().flatMap(JetstreamTest::from).toList();
  }

  /** Five seconds before it. */
  @Override
  protected String halfWay() {
    return Long.toString(START + TEN_SECONDS - 5_000_000);
  }

  @Override
  protected List<byte[]> damaged(Damage damage) {
    return healthy().stream()
        .map(message -> damage.to(JsonMapper.shared().readTree(message)).toString().getBytes(UTF_8))
        .toList();
  }

  @Test
  void theConnectionAsksForPostsOnlyAndAfterwardsForTheLastSecondsAgain() throws Exception {
    stage.plays(healthy(), Stage.Ending.ENDS);
    String cursor = follow(null).cursor;
    follow(cursor);
    assertThat(stage.asked())
        .containsExactly(
            "/subscribe?wantedCollections=app.bsky.feed.post",
            "/subscribe?wantedCollections=app.bsky.feed.post&cursor="
                + (START + 3 * TEN_SECONDS - 5_000_000));
  }

  @Test
  void aServerThatNoLongerHasAllSinceWeLastListenedIsSaidForAWeek() throws Exception {
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener whole = follow(Position.write(START));
    assertThat(whole.remarks).isEmpty();
    assertThat(Position.gap(whole.cursor)).isNull();

    Listener away = follow(Position.write(START - 30 * 3_600_000_000L));
    assertThat(away.remarks).containsExactly(Remark.of("bluesky.gap", 30, List.of()));
    Listener after = follow(away.cursor);
    assertThat(after.remarks).as("longer than the next connection").isEqualTo(away.remarks);

    Listener later = new Listener();
    Clock nextWeek = Clock.fixed(NOW.plus(Duration.ofDays(8)), ZoneOffset.UTC);
    connector(guarded.client(), nextWeek).follow(target(after.cursor), later);
    assertThat(later.remarks).isEmpty();
    Listener first = follow(null);
    assertThat(first.remarks).as("before the first there is nothing to miss").isEmpty();
  }

  @Test
  void aPostIsReadWithWhatItAnswersItsLanguageItsLinksAndItsAuthor() throws Exception {
    stage.plays(
        List.of(
            bytes(
                "{'did':'%s','time_us':%d,'kind':'identity','identity':{'did':'%s','handle':'ana.example.org'}}"
                    .formatted(ANA, START, ANA)),
            put(
                ANA,
                "3kaaaaaaaaad2",
                START + 1,
                "create",
                "{'$type':'app.bsky.feed.post','text':'Read this:"
                    + " larkspur.example/new…','langs':['es','en'],"
                    + "'createdAt':'2026-11-22T17:58:58.5Z',"
                    + "'facets':[{'index':{'byteStart':11,'byteEnd':34},'features':[{'$type':'app.bsky.richtext.facet#link','uri':'https://larkspur.example/news/parking'}]}],'embed':{'$type':'app.bsky.embed.external','external':{'uri':'https://larkspur.example/news/parking','title':'New"
                    + " parking','description':''}},"
                    + "'reply':{'root':{'cid':'bafy','uri':'at://did:plc:c/app.bsky.feed.post/1'},'parent':{'cid':'bafy','uri':'at://did:plc:d/app.bsky.feed.post/2'}}}")),
        Stage.Ending.ENDS);
    RawPost post = follow(null).posts.getFirst();
    assertThat(post.externalId()).isEqualTo(uri(ANA, "3kaaaaaaaaad2"));
    assertThat(post.text())
        .isEqualTo("Read this: larkspur.example/new…\nhttps://larkspur.example/news/parking");
    assertThat(post.title()).isEqualTo("New parking");
    assertThat(post.lang()).isEqualTo("es");
    assertThat(post.author()).isEqualTo("ana.example.org");
    assertThat(post.url()).isEqualTo("https://bsky.app/profile/" + ANA + "/post/3kaaaaaaaaad2");
    assertThat(post.replyTo()).isEqualTo("at://did:plc:d/app.bsky.feed.post/2");
    assertThat(post.publishedAt()).isEqualTo(Instant.parse("2026-11-22T17:58:58.500Z"));
  }

  @Test
  void aQuoteAnswersWhatItQuotes() throws Exception {
    stage.plays(
        List.of(
            put(
                ANA,
                "3kaaaaaaaaae2",
                START,
                "create",
                "{'text':'So"
                    + " true','embed':{'$type':'app.bsky.embed.recordWithMedia','record':{'$type':'app.bsky.embed.record','record':{'cid':'b','uri':'at://did:plc:q/app.bsky.feed.post/9'}},'media':{}}}")),
        Stage.Ending.ENDS);
    assertThat(follow(null).posts.getFirst().replyTo())
        .isEqualTo("at://did:plc:q/app.bsky.feed.post/9");
  }

  @Test
  void aClockAheadMakesNoPostsOfTheFuture() throws Exception {
    stage.plays(
        List.of(
            put(ANA, "a", START, "create", "{'text':'one','createdAt':'2099-01-01T00:00:00Z'}"),
            put(ANA, "b", START + 400L * 86_400_000_000L, "create", "{'text':'two'}"),
            put(ANA, "c", START, "create", "{'text':'three','createdAt':'yesterday'}")),
        Stage.Ending.ENDS);
    assertThat(follow(null).posts)
        .extracting(RawPost::publishedAt)
        .containsExactly(
            Instant.parse("2026-11-22T17:59:00Z"), NOW, Instant.parse("2026-11-22T17:59:00Z"));
  }

  @Test
  void anEditCountsAndADeletionIsTold() throws Exception {
    stage.plays(
        List.of(
            created(ANA, "a", START, "Kind nurses"),
            created(ANA, "b", START + 1, "Rude porter"),
            put(ANA, "a", START + 2, "update", "{'text':'Kind nurses, cold food'}"),
            deleted(ANA, "b", START + 3),
            deleted(BEN, "c", START + 4)),
        Stage.Ending.ENDS);
    Listener heard = follow(null);
    assertThat(heard.posts)
        .singleElement()
        .extracting(RawPost::text)
        .isEqualTo("Kind nurses, cold food");
    assertThat(heard.withdrawn).containsExactly(uri(ANA, "b"), uri(BEN, "c"));
  }

  @Test
  void whatIsSentAgainDoesNotComeToLifeAgain() throws Exception {
    List<byte[]> messages = new ArrayList<>();
    messages.add(created(ANA, "gone", START, "Rude porter"));
    for (int i = 0; i < 1_200; i++) {
      messages.add(created(BEN, "k" + i, START + 1 + i, "Post " + i));
    }
    messages.add(deleted(ANA, "gone", START + 2_000));
    messages.add(created(ANA, "new", START + 3_000, "Warm soup"));
    stage.plays(messages, Stage.Ending.ENDS);

    Listener again = follow(Position.write(START + 2_000));

    assertThat(again.keys())
        .contains(uri(ANA, "new"), uri(BEN, "k7"))
        .doesNotContain(uri(ANA, "gone"));
    assertThat(again.withdrawn).containsExactly(uri(ANA, "gone"));
  }

  @Test
  void allThatAnAccountWroteGoesWithItUnlessTheServerMerelyLagsBehind() throws Exception {
    stage.plays(
        List.of(
            created(ANA, "a", START, "Kind nurses"),
            account(ANA, START + 1, "{'active':false,'status':'takendown'}"),
            account(BEN, START + 2, "{'active':false,'status':'desynchronized'}"),
            account(BEN, START + 3, "{'active':true}")),
        Stage.Ending.ENDS);
    Listener heard = follow(null);
    assertThat(heard.posts).isEmpty();
    assertThat(heard.withdrawnBelow).containsExactly("at://" + ANA + "/");
  }

  @Test
  void anAccountThatIsBackIsHeardAgain() throws Exception {
    stage.plays(
        List.of(
            account(ANA, START, "{'active':false,'status':'deactivated'}"),
            account(ANA, START + 1, "{'active':true}"),
            created(ANA, "a", START + 2, "Kind nurses")),
        Stage.Ending.ENDS);
    Listener heard = follow(null);
    assertThat(heard.batches).as("first the one, then the other").isEqualTo(2);
    assertThat(heard.keys()).containsExactly(uri(ANA, "a"));
  }

  @Test
  void whatIsNoPostOfThisNetworkIsPassedOverAndTheCursorGoesOn() throws Exception {
    stage.plays(
        List.of(
            bytes(
                "{'did':'%s','time_us':%d,'kind':'commit','commit':{'operation':'create','collection':'app.bsky.feed.like','rkey':'x','record':{'text':'no'}}}"
                    .formatted(ANA, START)),
            put(ANA, "../../x", START + 1, "create", "{'text':'no'}"),
            put(ANA, "pic", START + 2, "create", "{'text':'  '}")),
        Stage.Ending.ENDS);
    Listener heard = follow(null);
    assertThat(heard.posts).isEmpty();
    assertThat(Position.read(heard.cursor)).isEqualTo(START + 2);
  }

  @Test
  void aLookShowsWhatGoesBy() {
    stage.plays(healthy(), Stage.Ending.STAYS);
    assertThat(connector.look(stage.base(), null))
        .isInstanceOfSatisfying(
            Look.Found.class,
            found -> assertThat(found.candidates().getFirst().posts()).hasSize(3));
  }

  private static byte[] created(String did, String key, long time, String text) {
    return put(
        did,
        key,
        time,
        "create",
        "{'$type':'app.bsky.feed.post','createdAt':'2026-11-22T17:58:59.102Z','langs':['en'],'text':'%s'}"
            .formatted(text));
  }

  private static byte[] put(String did, String key, long time, String operation, String record) {
    return bytes(
        "{'did':'%s','time_us':%d,'kind':'commit','commit':{'rev':'3l3qo2vuowo2b','operation':'%s','collection':'app.bsky.feed.post','rkey':'%s','record':%s,'cid':'bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi'}}"
            .formatted(did, time, operation, key, record));
  }

  private static byte[] deleted(String did, String key, long time) {
    return bytes(
        "{'did':'%s','time_us':%d,'kind':'commit','commit':{'rev':'3l3qo2vuowo2b','operation':'delete','collection':'app.bsky.feed.post','rkey':'%s'}}"
            .formatted(did, time, key));
  }

  private static byte[] account(String did, long time, String account) {
    return bytes(
        "{'did':'%s','time_us':%d,'kind':'account','account':%s}".formatted(did, time, account));
  }

  private static String uri(String did, String key) {
    return "at://" + did + "/app.bsky.feed.post/" + key;
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }
}
