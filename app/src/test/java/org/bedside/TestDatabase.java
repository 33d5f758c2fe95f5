package org.bedside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Where the tests keep their data: a folder of this run below {@code target}, or elsewhere. */
public final class TestDatabase {

  /** The tag of the tests that {@code bin/test} runs on an external PostgreSQL too. */
  public static final String EVERY = "every-database";

  private static final Path ROOT = Path.of("target", "test-data").toAbsolutePath();

  private TestDatabase() {}

  /** The external PostgreSQL to test against, or null for the embedded one. */
  public static @Nullable String externalUrl() {
    String property = System.getProperty("BEDSIDE_TEST_DATABASE_URL");
    String url = property != null ? property : System.getenv("BEDSIDE_TEST_DATABASE_URL");
    return url == null || url.isBlank() ? null : url;
  }

  static void register(DynamicPropertyRegistry properties) {
    Path data = fresh("shared");
    properties.add("bedside.data", data::toString);
    properties.add("bedside.postgres-runtime", () -> runtime().toString());
    String url = externalUrl();
    if (url != null) {
      properties.add("bedside.database-url", () -> url);
    }
  }

  /** Where the embedded server's binaries are unpacked, once for all runs. */
  public static Path runtime() {
    return Path.of("target", "postgres-runtime").toAbsolutePath();
  }

  /** An empty folder of this run for a server's data. */
  public static Path fresh(String name) {
    forgetEndedRuns();
    return ROOT.resolve(Long.toString(ProcessHandle.current().pid())).resolve(name);
  }

  private static void forgetEndedRuns() {
    if (!Files.isDirectory(ROOT)) {
      return;
    }
    try (Stream<Path> runs = Files.list(ROOT)) {
      for (Path run : runs.toList()) {
        long pid = Long.parseLong(run.getFileName().toString());
        boolean ended = ProcessHandle.of(pid).isEmpty();
        if (ended) {
          delete(run);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
