package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;

/**
 * The library alone in a fresh virtual machine: prints the milliseconds that loading and the first
 * assessment took, those from the start of the process, and the resident memory in kB at its
 * highest then and after the texts of the file named.
 */
final class FirstAssessment {

  private FirstAssessment() {}

  /** Takes a file with a text on each line. */
  public static void main(String[] arguments) throws IOException {
    long begun = System.nanoTime();
    Understanding understanding = Understanding.load();
    understanding.assess(List.of(Post.of("1", "The nurse was kind but we waited four hours.")));
    long took = (System.nanoTime() - begun) / 1_000_000;
    long started = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    long sinceStart = System.currentTimeMillis() - started;
    long first = highest();
    for (String text : Files.readAllLines(Path.of(arguments[0]))) {
      understanding.assess(List.of(Post.of("2", text)));
    }
    System.out.println(took + " " + sinceStart + " " + first + " " + highest());
  }

  private static long highest() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return 0;
  }
}
