package org.bedside.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * From the launch to the first page: on an empty folder, and again on the folder that the first
 * start has made; and what the server holds in memory when nobody asks for anything.
 *
 * <p>Arguments: further starts, and the seconds of rest before memory is read.
 */
public final class StartBench {

  private StartBench() {}

  /** Prints the table for {@code docs/figures.md}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int further = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    int rest = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    Path folder = Files.createTempDirectory("bedside-bench");
    try {
      System.out.println(
          "| start | serves after | first page after | Java at rest | PostgreSQL at rest | ended in"
              + " |");
      System.out.println("|---|---|---|---|---|---|");
      for (int i = 0; i <= further; i++) {
        start(folder.resolve("data"), i, rest);
      }
    } finally {
      ServerProcess.delete(folder);
    }
  }

  private static void start(Path data, int number, int rest)
      throws IOException, InterruptedException {
    Duration serves;
    Duration page;
    ServerProcess.Memory memory;
    long ending;
    try (ServerProcess server = ServerProcess.start(data)) {
      serves = server.startedIn();
      long begun = System.nanoTime();
      try (Visitor visitor = new Visitor(server.address())) {
        visitor.page(number == 0 ? "/set-up" : "/sign-in");
        page = serves.plusNanos(System.nanoTime() - begun);
        if (number == 0) {
          visitor.setUp("Benchmark");
        }
      }
      Thread.sleep(Duration.ofSeconds(rest));
      memory = server.memory();
      ending = System.nanoTime();
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f s | %.1f s | %d MB | %d MB | %.1f s |%n",
        number == 0 ? "first, on an empty folder" : "again (" + number + ")",
        serves.toMillis() / 1e3,
        page.toMillis() / 1e3,
        memory.java(),
        memory.postgres(),
        (System.nanoTime() - ending) / 1e9);
  }
}
