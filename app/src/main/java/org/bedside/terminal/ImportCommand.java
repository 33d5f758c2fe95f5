package org.bedside.terminal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends a file and follows its import. A connection that is lost is tried again; the import goes on
 * by itself meanwhile.
 */
final class ImportCommand implements Command {

  static final Set<String> VALUED = Set.of("url", "token-file", "source", "mapping", "dates");
  static final Set<String> FLAGS = Set.of("wait");

  private static final int UPLOADS = 4;

  private final Duration pause;
  private final int patience;

  ImportCommand() {
    this(Duration.ofSeconds(1), 120);
  }

  /**
   * @param pause before a lost connection is tried again
   * @param patience how often in a row
   */
  ImportCommand(Duration pause, int patience) {
    this.pause = pause;
    this.patience = patience;
  }

  @Override
  public int run(Options options, Console console)
      throws UsageException, RefusedException, IOException, InterruptedException {
    Server server = Server.of(options);
    String source = options.need("source");
    if (options.operands().size() != 1) {
      throw new UsageException("Name one FILE to import.");
    }
    Path file = Path.of(options.operands().getFirst());
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException("The file " + file + " can't be read.");
    }
    String name = String.valueOf(file.getFileName());
    StringBuilder path = new StringBuilder("/api/v1/imports?source=");
    path.append(Server.encode(source)).append("&name=").append(Server.encode(name));
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (end.equals("jsonl") || end.equals("ndjson") || end.equals("xlsx")) {
      path.append("&format=").append(end);
    }
    options.find("mapping").ifPresent(m -> path.append("&mapping=").append(Server.encode(m)));
    options.find("dates").ifPresent(d -> path.append("&dates=").append(Server.encode(d)));
    JsonNode job = upload(server, path.toString(), file, console);
    job = follow(server, job.get("id").asString(), options.has("wait"), console);
    return end(job, server, console);
  }

  private static JsonNode upload(Server server, String path, Path file, Console console)
      throws RefusedException, IOException, InterruptedException {
    long size = Files.size(file);
    String key = UUID.randomUUID().toString();
    for (int attempt = 1; ; attempt++) {
      try {
        JsonNode job =
            server.send(
                server
                    .request(path)
                    .header("Content-Type", "application/octet-stream")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofInputStream(() -> counted(file, size, console))));
        console.endBar();
        return job;
      } catch (IOException e) {
        console.endBar();
        if (attempt == UPLOADS) {
          throw new RefusedException(
              "The server at "
                  + server.base()
                  + " can't be reached, so the file was not sent. Is it running? Try again: what"
                  + " is stored already is only counted.");
        }
        console.err().println("The connection was lost; sending the file again …");
        Thread.sleep(Duration.ofSeconds(1L << attempt));
      }
    }
  }

  private static InputStream counted(Path file, long size, Console console) {
    try {
      return new FilterInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        private long sent;

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          int read = super.read(target, offset, length);
          sent += Math.max(read, 0);
          console.bar("Sending", sent, size);
          return read;
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode follow(Server server, String id, boolean all, Console console)
      throws RefusedException, InterruptedException {
    int lost = 0;
    String soFar = "";
    while (true) {
      try {
        JsonNode job = server.get("/api/v1/imports/" + id);
        lost = 0;
        soFar =
            "%,d of %,d rows were read and %,d posts stored when it was last heard of. "
                .formatted(
                    job.get("read").asLong(),
                    job.get("total").asLong(),
                    job.get("stored").asLong());
        String state = job.get("state").asString();
        long pending = job.get("pending").asLong();
        boolean over = !state.equals("running");
        if (!over) {
          console.bar("Storing", job.get("read").asLong(), job.get("total").asLong());
        } else if (all && state.equals("done") && pending > 0) {
          long stored = Math.max(job.get("stored").asLong(), pending);
          console.bar("Assessing", stored - pending, stored);
        } else {
          console.endBar();
          return job;
        }
        Thread.sleep(Duration.ofMillis(200));
      } catch (IOException e) {
        if (++lost > patience) {
          throw new RefusedException(
              "The server at "
                  + server.base()
                  + " no longer answers. "
                  + soFar
                  + "Nothing is lost: the import "
                  + id
                  + " goes on when the server is started again; GET /api/v1/imports/"
                  + id
                  + " tells how far it is. Sending the file again stores nothing twice.");
        }
        if (lost == 1) {
          console.endBar();
          console.err().println("The connection was lost; asking again …");
        }
        Thread.sleep(pause);
      }
    }
  }

  private static int end(JsonNode job, Server server, Console console) {
    String state = job.get("state").asString();
    JsonNode failure = job.get("failure");
    if (failure != null && !failure.isNull()) {
      console.err().println(failure.asString());
    } else if (!state.equals("done")) {
      console.err().println("The import is " + state + "; what was stored until then stays.");
    }
    long errors = job.get("errors").asLong();
    if (errors > 0) {
      console
          .err()
          .println(
              "Rows with errors were left out; which and why: "
                  + server.base()
                  + "/sources/imports/"
                  + job.get("id").asString());
    }
    ObjectNode last = Server.JSON.createObjectNode();
    last.put("read", job.get("read").asLong());
    last.put("stored", job.get("stored").asLong());
    last.put("duplicates", job.get("duplicates").asLong());
    last.put("errors", errors);
    console.out().println(last);
    return errors == 0 && state.equals("done") ? 0 : 1;
  }
}
