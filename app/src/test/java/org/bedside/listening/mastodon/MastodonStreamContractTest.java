package org.bedside.listening.mastodon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Damage;
import org.bedside.listening.connector.LineStage;
import org.bedside.listening.connector.Stage;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.StreamingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

class MastodonStreamContractTest extends StreamingContract {

  @Override
  protected Streaming connector(Outbound outbound, Clock clock) {
    return new MastodonStream(outbound, clock);
  }

  @Override
  protected Stage stage() throws IOException {
    WebServer.Page none =
        exchange ->
            WebServer.send(
                exchange, 200, "application/json", "[]".getBytes(StandardCharsets.UTF_8));
    return new LineStage("text/event-stream")
        .on("/api/v1/timelines/", none)
        .on("/api/v1/statuses", none)
        .on("/api/v2/instance", none);
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
