package org.bedside.terminal;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The first visit without a browser. */
final class SetupCommand implements Command {

  static final Set<String> VALUED =
      Set.of("url", "organization", "admin", "name", "password-file", "time-zone", "location");

  @Override
  public int run(Options options, Console console)
      throws UsageException, RefusedException, IOException, InterruptedException {
    ObjectNode body = Server.JSON.createObjectNode();
    body.put("organization", options.need("organization"));
    ObjectNode admin = body.putObject("admin");
    admin.put("email", options.need("admin"));
    admin.put("password", options.needFirstLine("password-file"));
    options.find("name").ifPresent(name -> admin.put("name", name));
    options.find("time-zone").ifPresent(zone -> body.put("timeZone", zone));
    ArrayNode locations = body.putArray("locations");
    options.all("location").forEach(locations::add);
    Server server = Server.withoutToken(options);
    JsonNode done =
        server.send(
            server
                .request("/api/v1/setup")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    console.out().println(done.get("token").asString());
    console.err().println("Set up. Sign in at " + server.base() + "/sign-in.");
    return 0;
  }
}
