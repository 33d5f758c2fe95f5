package org.bedside.listening.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Damage;
import org.bedside.listening.connector.SocketStage;
import org.bedside.listening.connector.Stage;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.StreamingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FirehoseTest extends StreamingContract {

  private static final String ANA = "did:plc:ana2222222222222222222222";
  private static final String BEN = "did:plc:ben3333333333333333333333";
  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([0-9]+)");

  @Override
  protected Streaming connector(Outbound outbound, Clock clock) {
    return new Firehose(outbound, clock);
  }

  @Override
  protected Stage stage() throws InterruptedException {
    return new SocketStage(true);
  }

  @Override
  protected Target target(@Nullable String cursor) {
    return new Target(stage.base(), cursor, null);
  }

  @Override
  protected List<byte[]> healthy() {
    return bodies().stream().map(body -> frame(type(body), body)).toList();
  }

  private static List<JsonNode> bodies() {
    return List.of(
        json(
            "{'seq':1,'did':'%s','handle':'ana.example.org','time':'2026-11-22T17:59:00Z'}"
                .formatted(ANA)),
        commit(2, ANA, put("create", "3kaaaaaaaaaa2", "Kind nurses on ward four")),
        commit(
            3,
            BEN,
            put("create", "3kaaaaaaaaab2", "A long wait again"),
            put("create", "3kaaaaaaaaac2", "Parking is a trial")),
        json("{'seq':4,'did':'%s','active':true,'time':'2026-11-22T17:59:00Z'}".formatted(ANA)));
  }

  private static String type(JsonNode body) {
    return body.has("ops") ? "#commit" : body.has("handle") ? "#identity" : "#account";
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
                        IntStream.range(0, messages.size())
                            .filter(i -> bodies().get(i).get("seq").asLong() > cursor)
                            .mapToObj(messages::get)
                            .toList())
                .findFirst()
                .orElse(List.of()),
        Stage.Ending.ENDS);
  }

  private static Stream<Long> from(String asked) {
    return CURSOR.matcher(asked).results().map(found -> Long.valueOf(found.group(1)));
  }

  @Override
  protected List<String> askedFrom() {
    return stage.asked().stream().flatMap(FirehoseTest::from).map(String::valueOf).toList();
  }

  @Override
  protected String halfWay() {
    return "2";
  }

  @Override
  protected List<byte[]> damaged(Damage damage) {
    return bodies().stream().map(body -> frame(type(body), damage.to(body))).toList();
  }

  @Override
  protected byte[] message(String content) {
    return CborWriter.write(JsonMapper.shared().valueToTree(content));
  }

  @Test
  void aReconnectionAsksForWhatComesAfterTheCursor() throws Exception {
    stage.plays(healthy(), Stage.Ending.ENDS);
    String cursor = follow(null).cursor;
    follow(cursor);
    assertThat(stage.asked())
        .containsExactly(
            "/xrpc/com.atproto.sync.subscribeRepos",
            "/xrpc/com.atproto.sync.subscribeRepos?cursor=4");
  }

  @Test
  void authorsAreKnownByTheHandleThatTheStreamTold() throws Exception {
    stage.plays(healthy(), Stage.Ending.ENDS);
    assertThat(follow(null).posts)
        .extracting(RawPost::author)
        .containsExactly("ana.example.org", BEN, BEN);
  }

  @Test
  void aHandleThatIsNoLongerValidNamesNobody() throws Exception {
    List<byte[]> all = new ArrayList<>(healthy().subList(0, 1));
    all.add(
        frame("#identity", json("{'seq':2,'did':'%s','handle':'handle.invalid'}".formatted(ANA))));
    all.add(frame("#commit", commit(3, ANA, put("create", "a", "Kind nurses"))));
    stage.plays(all, Stage.Ending.ENDS);
    assertThat(follow(null).posts).extracting(RawPost::author).containsExactly(ANA);
  }

  @Test
  void editsAndDeletionsAreTold() throws Exception {
    stage.plays(
        List.of(
            frame("#commit", commit(1, ANA, put("create", "a", "Kind nurses"))),
            frame("#commit", commit(2, ANA, put("update", "a", "Kind nurses, cold food"))),
            frame("#commit", commit(3, ANA, deleted("b"))),
            frame(
                "#account",
                json(
                    "{'seq':4,'did':'%s','active':false,'status':'deleted','time':'2026-11-22T17:59:00Z'}"
                        .formatted(BEN)))),
        Stage.Ending.ENDS);
    Listener heard = follow(null);
    assertThat(heard.posts)
        .singleElement()
        .extracting(RawPost::text)
        .isEqualTo("Kind nurses, cold food");
    assertThat(heard.withdrawn).containsExactly(uri(ANA, "b"));
    assertThat(heard.withdrawnBelow).containsExactly("at://" + BEN + "/");
  }

  @Test
  void aRecordThatIsNotWhatItsIdentifierSaysIsNotBelieved() throws Exception {
    byte[] good = frame("#commit", commit(7, ANA, put("create", "a", "Kind nurses")));
    byte[] forged = good.clone();
    int at = new String(good, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Kind");
    forged[at] = 'M';
    stage.plays(List.of(forged), Stage.Ending.ENDS);
    Listener heard = follow(null);
    assertThat(heard.posts).isEmpty();
    assertThat(Position.read(heard.cursor)).as("and the stream goes on").isEqualTo(7);
  }

  @Test
  void aCursorOfTheFutureIsForgotten() throws Exception {
    stage.plays(
        List.of(
            CborWriter.joined(cbor("{'op':-1}"), cbor("{'error':'FutureCursor','message':'no'}"))),
        Stage.Ending.ENDS);
    Listener heard = follow(Position.write(99));
    assertThat(heard.ended().code()).isEqualTo("bluesky.cursor-unknown");
    assertThat(heard.cursor).isNull();
    told(heard.ended());
  }

  @Test
  void whoeverIsTooSlowGoesOnWhereHeWas() throws Exception {
    List<byte[]> all = new ArrayList<>(healthy());
    all.add(CborWriter.joined(cbor("{'op':-1}"), cbor("{'error':'ConsumerTooSlow'}")));
    stage.plays(all, Stage.Ending.STAYS);
    Listener heard = follow(null);
    assertThat(heard.ended().code()).isEqualTo("bluesky.too-slow");
    assertThat(Position.read(heard.cursor)).isEqualTo(4);
    told(heard.ended());
  }

  @Test
  void anOldCursorGoesOnWithWhatTheServerStillHas() throws Exception {
    List<byte[]> all = new ArrayList<>();
    all.add(CborWriter.joined(cbor("{'op':1,'t':'#info'}"), cbor("{'name':'OutdatedCursor'}")));
    all.addAll(healthy());
    stage.plays(all, Stage.Ending.ENDS);
    Listener first = follow(Position.write(0));
    assertThat(first.ended().code()).as("people are told").isEqualTo("bluesky.cursor-unknown");
    assertThat(Position.read(first.cursor)).isEqualTo(1);

    stage.plays(healthy().subList(1, healthy().size()), Stage.Ending.ENDS);
    Listener second = follow(first.cursor);
    assertThat(second.keys()).containsAll(keys());
    assertThat(second.ended().code()).isEqualTo("outbound.ended");
    assertThat(second.remarks)
        .as("the sentence is gone with the next connection, what is missing is not")
        .containsExactly(Remark.of("bluesky.gap"));
    assertThat(Position.gap(second.cursor)).isNotNull();
  }

  @Test
  void framesOfKindsThatComeLaterArePassedOver() throws Exception {
    List<byte[]> all = new ArrayList<>();
    all.add(CborWriter.joined(cbor("{'op':1,'t':'#sync'}"), cbor("{'seq':1,'did':'x'}")));
    all.add(CborWriter.joined(cbor("{'op':1,'t':'#hologram'}"), cbor("{'a':1}")));
    all.add(CborWriter.joined(cbor("{'op':7}"), cbor("{'a':1}")));
    all.addAll(healthy());
    stage.plays(all, Stage.Ending.ENDS);
    assertThat(follow(null).keys()).containsAll(keys());
  }

  /** What an operation writes, and its record where it writes one. */
  private record Op(ObjectNode op, @Nullable JsonNode record) {}

  private static Op put(String action, String key, String text) {
    ObjectNode record =
        (ObjectNode)
            json(
                "{'$type':'app.bsky.feed.post','createdAt':'2026-11-22T17:58:59.102Z','langs':['en'],'text':'%s'}"
                    .formatted(text));
    byte[] block = CborWriter.write(record);
    return new Op(
        (ObjectNode)
            json(
                "{'action':'%s','path':'app.bsky.feed.post/%s','cid':{'$link':'%s'}}"
                    .formatted(action, key, Cid.of(block, 0, block.length, true).text())),
        record);
  }

  private static Op deleted(String key) {
    return new Op(
        (ObjectNode)
            json("{'action':'delete','path':'app.bsky.feed.post/%s','cid':null}".formatted(key)),
        null);
  }

  private static JsonNode commit(long seq, String did, Op... ops) {
    byte[] root = cbor("{'version':3,'did':'" + did + "'}");
    List<byte[]> blocks = new ArrayList<>(List.of(root));
    ObjectNode commit =
        (ObjectNode)
            json(
                "{'seq':%s,'rebase':false,'tooBig':false,'repo':'%s','commit':{'$link':'%s'},'rev':'3kaaa','since':null,'blobs':[],'ops':[],'time':'2026-11-22T17:59:00.000Z'}"
                    .formatted(seq, did, Cid.of(root, 0, root.length, true).text()));
    for (Op op : Arrays.asList(ops)) {
      commit.withArray("ops").add(op.op());
      if (op.record() != null) {
        blocks.add(CborWriter.write(op.record()));
      }
    }
    commit.put("blocks", CborWriter.car(blocks));
    return commit;
  }

  private static byte[] frame(String type, JsonNode body) {
    return CborWriter.joined(cbor("{'op':1,'t':'" + type + "'}"), CborWriter.write(body));
  }

  private static byte[] cbor(String json) {
    return CborWriter.write(json(json));
  }

  private static JsonNode json(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }

  private static String uri(String did, String key) {
    return "at://" + did + "/app.bsky.feed.post/" + key;
  }
}
