package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A section of the file of figures that a command writes anew. */
final class FigureSection {

  private static final Path FIGURES = Path.of("docs/figures.md");

  private FigureSection() {}

  /** Puts {@code body} between the marks of {@code command}, or behind all else with a heading. */
  static void write(String command, String heading, String body) throws IOException {
    String begin = "<!-- " + command + ": begin -->\n";
    String end = "<!-- " + command + ": end -->\n";
    String old = Files.readString(FIGURES);
    int from = old.indexOf(begin);
    int to = old.indexOf(end);
    Files.writeString(
        FIGURES,
        from >= 0 && to > from
            ? old.substring(0, from) + begin + body + old.substring(to)
            : old.stripTrailing() + "\n\n## " + heading + "\n\n" + begin + body + end);
  }
}
