package org.bedside.bench.score;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The library alone, started anew several times with the settings of {@code bin/bedside analyze}
 * (which sets no limit to the heap), and what has to be downloaded for it.
 */
final class FreshStart {

  private static final Path CLASS_PATH = Path.of("bench/target/understanding.classpath");

  private FreshStart() {}

  /** Medians: milliseconds to load, milliseconds since the process began, kB at first, kB later. */
  static List<Long> medians(int times, List<String> texts) throws IOException {
    Path file = Files.createTempFile("bedside-speed", ".txt");
    try {
      Files.write(file, texts);
      var columns = new ArrayList<List<Long>>();
      for (int i = 0; i < times; i++) {
        String[] printed = start(file).strip().split(" ");
        for (int c = 0; c < printed.length; c++) {
          if (columns.size() == c) {
            columns.add(new ArrayList<>());
          }
          columns.get(c).add(Long.parseLong(printed[c]));
        }
      }
      columns.forEach(Collections::sort);
      return columns.stream().map(column -> column.get(column.size() / 2)).toList();
    } finally {
      Files.delete(file);
    }
  }

  private static String start(Path texts) throws IOException {
    var classPath = new StringBuilder("understanding/target/classes");
    for (Path jar : dependencies()) {
      classPath.append(File.pathSeparator).append(jar);
    }
    // The benchmark's own classes stand last: of them only the one with main is loaded.
    classPath.append(File.pathSeparator).append("bench/target/classes");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=4",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath.toString(),
                FirstAssessment.class.getName(),
                texts.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What {@code understanding} needs at run time besides itself. */
  static List<Path> dependencies() throws IOException {
    String line = Files.readString(CLASS_PATH).strip();
    return line.isEmpty()
        ? List.of()
        : List.of(line.split(File.pathSeparator)).stream().map(Path::of).toList();
  }

  /** The library's own jar. */
  static Path jar() throws IOException {
    try (var files = Files.list(Path.of("understanding/target"))) {
      return files
          .filter(file -> file.toString().matches(".*/understanding-[^-]*(-SNAPSHOT)?[.]jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
