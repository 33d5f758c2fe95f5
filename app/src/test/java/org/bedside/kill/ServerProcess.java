package org.bedside.kill;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bedside.TestDatabase;
import org.bedside.secrets.MasterKey;

/** The real server as a process of its own. */
record ServerProcess(Process process, String address) {

  /** Starts it on {@code data} with these further options and waits until it serves. */
  static ServerProcess start(Path data, List<String> options) throws IOException {
    Files.createDirectories(data);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "org.bedside.BedsideApplication",
                "start",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--bedside.postgres-runtime=" + TestDatabase.runtime()));
    command.addAll(options);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()))
            .start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready ")) {
        return new ServerProcess(process, line.substring("ready ".length()).strip());
      }
    }
    throw new IllegalStateException(
        "The server did not start ("
            + process.onExit().join().exitValue()
            + "):\n"
            + Files.readString(data.resolve("server.log")));
  }

  /** What ships, without the tests. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  URI uri(String path) {
    return URI.create(address).resolve(path);
  }

  /** SIGKILL, to this process only; its database server lives on as an orphan. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and it ends by itself. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** The end of its log. */
  static String lastWords(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("server.log"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  /** The database of a server that runs on {@code data}, past all walls. */
  static Connection database(Path data) throws SQLException {
    try {
      List<String> running = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
      byte[] secret = MasterKey.inFile(data.resolve("secret.key")).derive("embedded PostgreSQL");
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/postgres",
          "postgres",
          HexFormat.of().formatHex(secret, 0, 16));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
