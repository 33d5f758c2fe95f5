package org.bedside.listening.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Damage;
import org.bedside.listening.connector.LineStage;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Stage;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.StreamingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against answers in the form that docs.x.com documents, with invented people. */
class XConnectorTest extends StreamingContract {

  private static final Credential TOKEN = Credential.of(Map.of("bearer_token", "secret"));
  private static final Pattern SINCE = Pattern.compile("[?&]since_id=([0-9]+)");

  private final Map<String, String> rules = new LinkedHashMap<>();
  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final Map<String, String> stored = new LinkedHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private List<String> watches = List.of("mercy");
  private String refusal = "";
  private boolean noSearch;
  private boolean searchFails;
  private int room = Integer.MAX_VALUE;
  private int pageSize = Integer.MAX_VALUE;

  @Override
  protected Streaming connector(Outbound outbound, Clock clock) {
    return new XConnector(outbound, clock, SHORT);
  }

  @Override
  protected Stage stage() throws IOException {
    return new LineStage("application/json")
        .on("/2/tweets/search/stream/rules", this::rules)
        .on("/2/tweets/search/recent", this::recent)
        .on("/2/tweets", this::other);
  }

  @Override
  protected Target target(@Nullable String cursor) {
    return new Target(stage.base(), cursor, TOKEN, this::watched);
  }

  private List<Target.Watched> watched() {
    return watches.stream().map(query -> new Target.Watched("Of " + query, query)).toList();
  }

  private static String post(String id, String text, String first) {
    return """
    {"id":"%s","text":"%s","created_at":"2026-11-22T17:00:00.000Z","lang":"en","author_id":"7",
     "edit_history_tweet_ids":[%s],"referenced_tweets":[{"type":"replied_to","id":"11"}],
     "public_metrics":{"retweet_count":2,"reply_count":1,"like_count":5,"quote_count":1,"impression_count":90}}
    """
        .formatted(
            id, text, first.equals(id) ? "\"" + id + "\"" : "\"" + first + "\",\"" + id + "\"")
        .replace("\n", "");
  }

  private static byte[] line(String post) {
    return ("{\"data\":"
            + post
            + ",\"includes\":{\"users\":[{\"id\":\"7\",\"name\":\"Ada\",\"username\":\"ada_b\",\"public_metrics\":{\"followers_count\":40}}]},\"matching_rules\":[{\"id\":\"1\",\"tag\":\"bedside\"}],\"x\":1}\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected List<byte[]> healthy() {
    return List.of(
        line(post("101", "Kind nurses at Mercy", "101")),
        "\r\n".getBytes(StandardCharsets.UTF_8),
        line(post("102", "A &lt;long&gt; wait at Mercy", "102")));
  }

  @Override
  protected List<String> keys() {
    return List.of("101", "102");
  }

  @Override
  protected byte[] half(byte[] message) {
    String half = new String(message, 0, message.length / 2, StandardCharsets.UTF_8);
    return (half + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected byte[] message(String content) {
    return (content + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The stream itself knows no past on most plans; what was missed is searched for. */
  @Override
  protected void remembers(List<byte[]> messages) {
    stage.plays(List.of(), Stage.Ending.ENDS);
    stored.put("101", post("101", "Kind nurses at Mercy", "101"));
    stored.put("102", post("102", "A &lt;long&gt; wait at Mercy", "102"));
  }

  @Override
  protected List<String> askedFrom() {
    return asked.stream().flatMap(XConnectorTest::after).toList();
  }

  private static Stream<String> after(String asked) {
    return SINCE.matcher(asked).results().map(found -> found.group(1));
  }

  @Override
  protected String halfWay() {
    return "101";
  }

  @Override
  protected List<byte[]> damaged(Damage damage) {
    return Stream.of(healthy().getFirst(), healthy().getLast())
        .map(line -> damage.to(JsonMapper.shared().readTree(line)) + "\r\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private void rules(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      changes.add(body);
      if (!refusal.isEmpty()) {
        json(exchange, 201, "{\"meta\":{},\"errors\":[{\"title\":\"" + refusal + "\"}]}");
        return;
      }
      JsonNode change = JsonMapper.shared().readTree(body);
      if (rules.size() + change.path("add").size() > room) {
        json(exchange, 422, "{\"title\":\"RulesCapExceeded\",\"status\":422}");
        return;
      }
      for (JsonNode rule : change.path("add")) {
        rules.put(rule.path("value").asString(), "r" + rule.path("value").asString().hashCode());
      }
      for (JsonNode id : change.path("delete").path("ids")) {
        rules.values().remove(id.asString());
      }
    }
    List<String> all =
        new ArrayList<>(List.of("{\"id\":\"theirs\",\"value\":\"football\",\"tag\":\"other\"}"));
    rules.forEach(
        (value, id) ->
            all.add(
                "{\"id\":\"%s\",\"value\":%s,\"tag\":\"bedside\"}"
                    .formatted(id, JsonMapper.shared().writeValueAsString(value))));
    json(exchange, 200, "{\"data\":[" + String.join(",", all) + "],\"meta\":{\"sent\":\"now\"}}");
  }

  private void recent(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    if (searchFails) {
      exchange.sendResponseHeaders(500, -1);
    } else if (noSearch) {
      json(exchange, 403, "{\"title\":\"Forbidden\"}");
    } else {
      json(exchange, 200, page(exchange.getRequestURI().getQuery()));
    }
  }

  /** Newest first, between since_id and until_id, a page at a time. */
  private String page(String query) {
    List<String> found =
        stored.keySet().stream()
            .filter(id -> Long.parseLong(id) > number(query, "since_id", 0))
            .filter(id -> Long.parseLong(id) < number(query, "until_id", Long.MAX_VALUE))
            .sorted(Comparator.comparingLong((String id) -> -Long.parseLong(id)))
            .toList();
    int from = (int) number(query, "next_token", 0);
    int to = (int) Math.min(found.size(), (long) from + pageSize);
    List<String> page = found.subList(Math.min(from, to), to).stream().map(stored::get).toList();
    String answer = answer(page, "");
    return to >= found.size()
        ? answer
        : answer.replace("\"meta\":{", "\"meta\":{\"next_token\":\"" + to + "\",");
  }

  private static long number(String query, String name, long otherwise) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=(\\d+)").matcher(query);
    return found.find() ? Long.parseLong(found.group(1)) : otherwise;
  }

  /** Contexts go by how paths begin; the stream itself is the stage's. */
  private void other(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/2/tweets")) {
      lookup(exchange);
    } else {
      ((LineStage) stage).stream(exchange);
    }
  }

  private final List<String> closed = new ArrayList<>();

  private void lookup(HttpExchange exchange) throws IOException {
    String ids = exchange.getRequestURI().getQuery().replaceAll(".*&ids=", "");
    List<String> there = new ArrayList<>();
    StringBuilder gone = new StringBuilder();
    for (String id : ids.split(",")) {
      if (stored.containsKey(id)) {
        there.add(stored.get(id));
      } else {
        String title = closed.contains(id) ? "Authorization Error" : "Not Found Error";
        gone.append(gone.isEmpty() ? "" : ",")
            .append("{\"resource_type\":\"tweet\",\"title\":\"" + title + "\",\"value\":\"")
            .append(id)
            .append("\",\"resource_id\":\"")
            .append(id)
            .append("\"}");
      }
    }
    json(exchange, 200, answer(there, gone.toString()));
  }

  private static String answer(List<String> posts, String errors) {
    return "{\"data\":[%s],\"errors\":[%s],\"meta\":{\"result_count\":%d}}"
        .formatted(String.join(",", posts), errors, posts.size());
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    WebServer.send(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPostIsReadWithItsAuthorItsReachAndWhatItAnswers() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    RawPost post = follow(null).posts.getLast();
    assertThat(post.text()).isEqualTo("A <long> wait at Mercy");
    assertThat(post.author()).isEqualTo("@ada_b");
    assertThat(post.url()).isEqualTo("https://x.com/ada_b/status/102");
    assertThat(post.replyTo()).isEqualTo("11");
    assertThat(post.reach()).isEqualTo(new Reach(40L, 5L, 3L, 1L, 90L));
  }

  @Test
  void rulesFollowTheWatchesAndThoseOfOthersStay() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    follow(null);
    assertThat(rules.keySet()).containsExactly("(mercy) -is:retweet");
    changes.clear();
    follow(null);
    assertThat(changes).as("nothing changed").isEmpty();
    watches = List.of("mercy", "\"st ann\" NOT football");
    follow(null);
    assertThat(rules.keySet()).containsExactly("(mercy OR (\"st ann\" -football)) -is:retweet");
    assertThat(changes.getFirst()).as("added before the old one goes").contains("\"add\"");
    assertThat(changes.toString()).doesNotContain("theirs");
    watches = List.of("nurs*");
    assertThat(follow(null).ended().code()).isEqualTo("x.no-watches");
  }

  @Test
  void aPlanThatAllowsTooFewRulesAndARefusedRuleAreTold() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    refusal = "RulesCapExceeded";
    assertThat(follow(null).ended().code()).isEqualTo("x.rules-full");
    refusal = "UnprocessableEntity";
    assertThat(follow(null).ended().code()).isEqualTo("x.rule-refused");
    refusal = "DuplicateRule";
    assertThat(follow(null).keys()).contains("101", "102");
  }

  @Test
  void watchesThatXCannotBeAskedForAreNamedForAsLongAsThatIsSo() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    watches = List.of("mercy", "nurs*", "doctor OR nurs*");
    Listener first = follow(null);
    assertThat(first.keys()).as("the others are heard").contains("101");
    assertThat(first.remarks)
        .containsExactly(
            Remark.of("x.unsaid", 1, List.of("Of nurs*")),
            Remark.of("x.partly", 1, List.of("Of doctor OR nurs*")));
    watches = List.of("nurs*");
    Listener none = follow(first.cursor);
    assertThat(none.ended().code()).isEqualTo("x.no-watches");
    assertThat(none.remarks).extracting(Remark::code).containsExactly("x.unsaid");
    watches = List.of("mercy", "nurse");
    Listener last = new Listener();
    last.remarks = none.remarks;
    connector.follow(target(first.cursor), last);
    assertThat(last.remarks).isEmpty();
  }

  @Test
  void aPlanWithLittleRoomHearsWhatItTakesAndNamesTheOthers() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    watches = IntStream.range(0, 40).mapToObj(i -> "w" + i + "y".repeat(450)).toList();
    room = 25;
    Listener heard = follow(null);
    assertThat(heard.keys()).contains("101", "102");
    assertThat(rules).hasSize(25);
    assertThat(heard.remarks)
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.code()).isEqualTo("x.rules-over");
              assertThat(remark.count()).isEqualTo(15);
              assertThat(remark.named()).contains("“Of w25y").doesNotContain("“Of w24y");
              assertThat(remark.more()).isEqualTo(7);
            });
    assertThat(asked).as("what has no room isn't searched for either").hasSize(25);
    changes.clear();
    follow(heard.cursor);
    assertThat(changes).as("tried anew with few requests").hasSize(2);
    watches = watches.subList(20, 40);
    assertThat(follow(heard.cursor).remarks).isEmpty();
    assertThat(rules).hasSize(20);
  }

  @Test
  void aPlanWithoutSearchIsSaidUntilItHasOne() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    noSearch = true;
    Listener without = follow(null);
    assertThat(without.remarks).containsExactly(Remark.of("x.no-search"));
    noSearch = false;
    assertThat(follow(without.cursor).remarks).isEmpty();
  }

  @Test
  void aLongGapIsSearchedThroughToItsEndALittleEachTime() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener first = follow(null);
    for (int id = 200; id < 230; id++) {
      stored.put(
          Integer.toString(id), post(Integer.toString(id), "At Mercy", Integer.toString(id)));
    }
    pageSize = 1;
    stage.plays(List.of(), Stage.Ending.ENDS);
    String cursor = first.cursor;
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Listener more = follow(cursor);
      keys.addAll(more.keys());
      cursor = more.cursor;
    }
    assertThat(keys).hasSizeGreaterThanOrEqualTo(30).contains("200", "229");
    asked.clear();
    follow(cursor);
    assertThat(asked.getFirst()).as("then from the newest").contains("since_id=229");
  }

  @Test
  void aSearchThatXWouldNotTakeIsSaidBeforeItIsAdded() {
    URI search = stage.base().resolve("/search?q=" + "mercy+".repeat(100));
    assertThat(connector.look(search, TOKEN)).isEqualTo(new Look.Nothing("x.search-long", ""));
  }

  @Test
  void whatCameMeanwhileIsSearchedForFromTheLastPostHeard() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener first = follow(null);
    stored.put("105", post("105", "Meanwhile at Mercy", "105"));
    stored.put("101", post("101", "Kind nurses at Mercy", "101"));
    stored.put("102", post("102", "A long wait at Mercy", "102"));
    stage.plays(List.of(), Stage.Ending.ENDS);
    Listener second = follow(first.cursor);
    assertThat(second.keys()).contains("105");
    assertThat(asked.getLast()).contains("since_id=102");
    assertThat(stage.asked()).anyMatch(path -> path.contains("backfill_minutes=5"));
    noSearch = true;
    assertThat(follow(second.cursor).ended().code())
        .as("a plan without search still streams")
        .isEqualTo("outbound.ended");
  }

  @Test
  void whatCouldNotBeSearchedForNowIsSearchedForTheNextTime() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener first = follow(null);
    searchFails = true;
    stage.plays(List.of(line(post("120", "Much later at Mercy", "120"))), Stage.Ending.ENDS);
    Listener second = follow(first.cursor);
    assertThat(second.keys()).containsExactly("120");
    searchFails = false;
    stored.put("110", post("110", "Meanwhile at Mercy", "110"));
    assertThat(follow(second.cursor).keys()).contains("110");
    assertThat(asked.getLast()).contains("since_id=102");
    assertThat(follow(follow(second.cursor).cursor).keys()).isNotEmpty();
    assertThat(asked.getLast()).as("no more than that").contains("since_id=120");
  }

  @Test
  void anEditKeepsItsPlaceAndWhatIsGoneIsWithdrawn() throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener first = follow(null);
    stage.plays(List.of(line(post("107", "Very kind nurses at Mercy", "101"))), Stage.Ending.ENDS);
    stored.put("102", post("102", "A long wait", "102"));
    stored.put("101", post("101", "Kind nurses at Mercy", "101"));
    Listener second = follow(first.cursor);
    assertThat(second.posts.getLast().externalId()).isEqualTo("101");
    assertThat(second.posts.getLast().text()).isEqualTo("Very kind nurses at Mercy");
    assertThat(second.withdrawn).isEmpty();

    stored.clear();
    stage.plays(List.of(), Stage.Ending.ENDS);
    assertThat(follow(second.cursor).withdrawn).containsExactlyInAnyOrder("101", "102");
  }

  @Test
  void whatMayNoLongerBeShownIsWithdrawnUnlessItIsOurTokenThatMayReadNothing()
      throws InterruptedException {
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener first = follow(null);
    stage.plays(List.of(), Stage.Ending.ENDS);
    closed.addAll(List.of("101", "102"));
    assertThat(follow(first.cursor).withdrawn).isEmpty();
    stored.put("102", post("102", "A long wait", "102"));
    assertThat(follow(first.cursor).withdrawn).containsExactly("101");
  }

  @Test
  void aRepostIsNotAPost() throws InterruptedException {
    stage.plays(
        List.of(line(post("109", "RT @x: Kind", "109").replace("replied_to", "retweeted"))),
        Stage.Ending.ENDS);
    assertThat(follow(null).keys()).isEmpty();
  }

  @Test
  void theLimitOfXIsRespected() throws Exception {
    stage.refuses(
        429,
        Map.of(
            "x-rate-limit-reset", Long.toString(NOW.plus(Duration.ofMinutes(9)).getEpochSecond())));
    assertThat(follow(null).ended().retryAfter()).isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void anAddressWithASearchListensForItAlone() throws InterruptedException {
    stored.put("105", post("105", "Found", "105"));
    URI search = stage.base().resolve("/search?q=%22st+ann%22+ward");
    Look look = connector.look(search, TOKEN);
    assertThat(look)
        .isInstanceOfSatisfying(
            Look.Found.class,
            found -> assertThat(found.candidates().getFirst().posts()).hasSize(1));
    stage.plays(healthy(), Stage.Ending.ENDS);
    Listener heard = new Listener();
    connector.follow(new Target(search, null, TOKEN, List::of), heard);
    assertThat(rules.keySet()).containsExactly("(\"st ann\" ward) -is:retweet");
    assertThat(heard.keys()).contains("101", "105");
    assertThat(connector.accepts(URI.create("https://x.com/"))).isTrue();
    assertThat(connector.accepts(URI.create("https://fox.com/"))).isFalse();
  }
}
