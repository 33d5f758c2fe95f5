package org.bedside.listening.mastodon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Damage;
import org.bedside.listening.connector.LineStage;
import org.bedside.listening.connector.Stage;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.StreamingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

class MastodonStreamContractTest extends StreamingContract {

  private static final Pattern AFTER = Pattern.compile("[?&](?:min_id|since_id)=([^&]*)");

  private final FakeServer server = new FakeServer();

  @Override
  protected Streaming connector(Outbound outbound, Clock clock) {
    return new MastodonStream(outbound, clock, SHORT);
  }

  @Override
  protected Stage stage() throws IOException {
    return new LineStage("text/event-stream")
        .on("/api/v1/timelines/", server::answer)
        .on("/api/v1/statuses", server::answer)
        .on("/api/v2/instance", server::answer);
  }

  @Override
  protected Target target(@Nullable String cursor) {
    Credential token = Credential.of(Map.of("access_token", "secret"));
    return new Target(stage.base().resolve("/tags/mercy"), cursor, token);
  }

  @Override
  protected List<byte[]> healthy() {
    return Stream.of(
            ":)\n",
            FakeServer.event("update", FakeServer.status("201", "Kind nurses", "")),
            ":thump\n",
            FakeServer.event("update", FakeServer.status("202", "A long wait", "")))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> keys() {
    return List.of("201", "202");
  }

  /** The stream itself knows no past; what was missed is asked for beside it. */
  @Override
  protected void remembers(List<byte[]> messages) {
    stage.plays(List.of(), Stage.Ending.ENDS);
    server.post("201", "Kind nurses");
    server.post("202", "A long wait");
  }

  @Override
  protected List<String> askedFrom() {
    return stage.asked().stream()
        .flatMap(asked -> AFTER.matcher(asked).results())
        .map(found -> found.group(1))
        .toList();
  }

  @Override
  protected String halfWay() {
    return "201";
  }

  @Override
  protected List<byte[]> damaged(Damage damage) {
    return Stream.of("301", "302")
        .map(id -> JsonMapper.shared().readTree(FakeServer.status(id, "words", "")))
        .map(json -> FakeServer.event("update", damage.to(json).toString()))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected byte[] half(byte[] message) {
    String half = new String(message, 0, message.length / 2, StandardCharsets.UTF_8);
    return (half + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected byte[] message(String content) {
    return FakeServer.event("update", content).getBytes(StandardCharsets.UTF_8);
  }
}
