package org.bedside.listening.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.PollingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;

class FeedConnectorTest extends PollingContract {

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new FeedConnector(outbound, clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base.resolve("/feed.json"), cursor, null);
  }

  @Override
  protected WebServer.Page healthy() {
    return exchange ->
        WebServer.send(
            exchange,
            200,
            "application/feed+json",
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Forum","items":[
              {"id":"a1","content_text":"Kind nurses.","date_published":"2026-11-20T08:00:00Z"},
              {"id":"a2","content_text":"A long wait.","date_published":"2026-11-21T08:00:00Z"}]}
            """
                .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected List<String> keys() {
    return List.of("a1", "a2");
  }
}
