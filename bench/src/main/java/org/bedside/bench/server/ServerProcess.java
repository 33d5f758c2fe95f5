package org.bedside.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bedside as anybody starts it: {@code bin/bedside} on a data folder and a free port of loopback.
 * The process ends with this object.
 */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final Path data;
  private final URI address;
  private final Duration startedIn;

  private ServerProcess(Process process, Path data, URI address, Duration startedIn) {
    this.process = process;
    this.data = data;
    this.address = address;
    this.startedIn = startedIn;
  }

  /** Starts on {@code data} and waits until it says that it serves. */
  static ServerProcess start(Path data, String... arguments) throws IOException {
    Files.createDirectories(data);
    List<String> command =
        new ArrayList<>(List.of("bin/bedside", "--bedside.data=" + data, "--server.port=0"));
    command.addAll(Arrays.asList(arguments));
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(data.resolve("stderr.log").toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready ")) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Thread.ofPlatform().daemon().start(() -> drain(out));
        return new ServerProcess(process, data, URI.create(line.substring(6).strip()), took);
      }
      said.append(line).append('\n');
    }
    throw new IOException("The server ended before it served:\n" + said);
  }

  private static void drain(BufferedReader out) {
    try {
      while (out.readLine() != null) {
        // A full pipe would stop the server.
      }
    } catch (IOException ended) {
      Thread.currentThread().interrupt();
    }
  }

  URI address() {
    return address;
  }

  /** From the launch to the line that says it serves. */
  Duration startedIn() {
    return startedIn;
  }

  /** The database that comes with this server, as its owner. */
  Connection database() throws IOException, SQLException {
    List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres",
        "postgres",
        databasePassword());
  }

  private String databasePassword() throws IOException {
    byte[] key = Base64.getDecoder().decode(Files.readString(data.resolve("secret.key")).strip());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] derived = mac.doFinal("embedded PostgreSQL".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(derived, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  /** What it holds in memory now: Java's resident set, and PostgreSQL's share of its own. */
  Memory memory() throws IOException {
    long java = kilobytes(process.pid(), "VmRSS:", "status");
    String postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
    long top = Long.parseLong(postmaster.strip());
    long postgres = kilobytes(top, "Pss:", "smaps_rollup");
    for (ProcessHandle child :
        ProcessHandle.of(top).map(handle -> handle.descendants().toList()).orElse(List.of())) {
      postgres += kilobytes(child.pid(), "Pss:", "smaps_rollup");
    }
    return new Memory(java / 1024, postgres / 1024);
  }

  /** Megabytes. */
  record Memory(long java, long postgres) {}

  /** Processor time used so far: by Java, by PostgreSQL, and by this benchmark itself. */
  Processor processor() throws IOException {
    String postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
    ProcessHandle top = ProcessHandle.of(Long.parseLong(postmaster.strip())).orElseThrow();
    Duration postgres =
        Stream.concat(Stream.of(top), top.descendants())
            .map(ServerProcess::used)
            .reduce(Duration.ZERO, Duration::plus);
    return new Processor(used(process.toHandle()), postgres, used(ProcessHandle.current()));
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Time on a processor, of all cores together. */
  record Processor(Duration java, Duration postgres, Duration benchmark) {

    Processor since(Processor before) {
      return new Processor(
          java.minus(before.java),
          postgres.minus(before.postgres),
          benchmark.minus(before.benchmark));
    }
  }

  private static long kilobytes(long pid, String field, String file) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  /** Ends it as a power cut would, with SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Removes a folder of a benchmark with all that is in it. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
