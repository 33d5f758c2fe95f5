package org.bedside.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cases that mutations begin with: those of the folder, and those of this run that showed
 * something new. What the folder holds is written by hand ({@code seeds.jsonl}, {@code lines.txt}),
 * by earlier runs ({@code kept.jsonl}) or for faults found ({@code findings.jsonl}).
 */
final class Corpus {

  /** Larger cases serve a run, but are not kept in the repository. */
  private static final int LONGEST_KEPT = 600;

  private static final String KEPT = "kept.jsonl";
  private static final String FINDINGS = "findings.jsonl";

  private record Entry(Case input, Set<String> seen) {}

  private final Path folder;
  private final List<Case> cases = new ArrayList<>();
  private final List<Entry> shown = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();
  private final Set<Integer> signatures = new TreeSet<>();

  Corpus(Path folder) throws IOException {
    this.folder = folder;
    for (String file : List.of("seeds.jsonl", KEPT, FINDINGS)) {
      if (Files.exists(folder.resolve(file))) {
        for (String line : Files.readAllLines(folder.resolve(file))) {
          if (!line.isBlank()) {
            cases.add(Case.read(line));
          }
        }
      }
    }
  }

  /** Lines that no command can read, or hardly. */
  List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("lines.txt"), StandardCharsets.UTF_8);
  }

  int size() {
    return cases.size();
  }

  /** How many different labels, rules and kinds answers were made of. */
  int shown() {
    return seen.size();
  }

  List<Case> all() {
    return List.copyOf(cases);
  }

  /** One of all, those that came last more often. */
  Case draw(Random random) {
    int last = Math.min(cases.size(), 64);
    boolean recent = random.nextInt(3) == 0;
    return cases.get(
        recent ? cases.size() - 1 - random.nextInt(last) : random.nextInt(cases.size()));
  }

  /** Keeps a case for this run whose answers are made of what no answers were made of before. */
  void offer(Case input, Set<String> made, boolean isOld) {
    boolean isNew = signatures.add(made.hashCode());
    if (seen.addAll(made) || (isNew && input.length() <= LONGEST_KEPT)) {
      shown.add(new Entry(input, Set.copyOf(made)));
    }
    if (isNew && !isOld) {
      cases.add(input);
    }
  }

  /** Keeps a case for this run that took long. */
  void add(Case input) {
    cases.add(input);
  }

  /** Writes few short cases that together show all that short cases showed; returns how many. */
  int keep() throws IOException {
    var missing = new TreeSet<>(seen);
    var lines = new ArrayList<String>();
    var rest =
        new ArrayList<>(shown.stream().filter(e -> e.input().length() <= LONGEST_KEPT).toList());
    while (!rest.isEmpty()) {
      Entry best = rest.getFirst();
      long most = 0;
      for (Entry entry : rest) {
        long adds = entry.seen().stream().filter(missing::contains).count();
        if (adds > most) {
          most = adds;
          best = entry;
        }
      }
      if (most == 0) {
        break;
      }
      missing.removeAll(best.seen());
      rest.remove(best);
      lines.add(Case.line(best.input().json()));
    }
    Files.write(folder.resolve(KEPT), lines);
    return lines.size();
  }

  /** Adds a case that showed a fault, so that every later run begins with it. */
  void found(Case input, String fault) throws IOException {
    Path file = folder.resolve(FINDINGS);
    var lines = new ArrayList<String>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    lines.add(Case.line(input.json().put("fault", fault)));
    Files.write(file, lines);
  }
}
