package org.bedside.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Puts mutated posts, replies, queries and lines before the library and the command line for some
 * minutes, and ends with exit status 1 where one of them wasn't borne: {@code bin/fuzz [--minutes
 * N] [--seed N]}. Faults and what showed something new go to the corpus in {@code
 * bench/fuzz/corpus}.
 */
public final class Fuzz {

  private static final Path CORPUS = Path.of("bench/fuzz/corpus");
  private static final int CASES_A_COMMAND = 1_000;
  private static final int LINES_A_COMMAND = 300;
  private static final int LONG = 5_000;
  private static final int WARM_UP = 200;

  private final Random random;
  private final Mutator mutator;
  private final Corpus corpus;
  private final Examiner examiner;
  private final Lines lines;
  private final List<String> knownLines;
  private final Path scratch;
  private final Map<String, Integer> faults = new LinkedHashMap<>();
  private final List<Case> lately = new ArrayList<>();
  private long linesRead;
  private int commandsRun;

  private Fuzz(long seed, Path scratch) throws IOException, ReflectiveOperationException {
    this.random = new Random(seed);
    this.mutator = new Mutator(random);
    this.corpus = new Corpus(CORPUS);
    this.scratch = scratch;
    this.lines = new Lines(scratch);
    this.knownLines = corpus.lines();
    this.examiner =
        new Examiner(
            List.of(
                new AssessTarget(),
                new GuardTarget(),
                new ClaimsTarget(),
                new WatchTarget(),
                new StoryTarget(),
                new PiecesTarget()));
  }

  /** Takes {@code --minutes N} (10) and {@code --seed N} (the day). */
  public static void main(String[] arguments) throws Exception {
    double minutes = 10;
    long seed = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--minutes" -> minutes = Double.parseDouble(arguments[i + 1]);
        case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
        default -> throw new IllegalArgumentException("no such option: " + arguments[i]);
      }
    }
    Path scratch = Files.createTempDirectory("bedside-fuzz");
    var fuzz = new Fuzz(seed, scratch);
    try (fuzz.examiner) {
      fuzz.run((long) (minutes * 60e9));
      fuzz.report(minutes, seed);
    } finally {
      for (String file : List.of("watches.jsonl", "claims.jsonl", "any.jsonl")) {
        Files.deleteIfExists(scratch.resolve(file));
      }
      Files.delete(scratch);
    }
    System.exit(fuzz.faults.isEmpty() ? 0 : 1);
  }

  private void run(long nanos) throws IOException {
    long begun = System.nanoTime();
    long told = begun;
    List<Case> old = corpus.all();
    for (Case input : old) {
      if (input.length() < LONG) {
        examine(input, true);
      }
    }
    // What is long takes long; whether too long can only be told after many others.
    for (int i = 0; i < WARM_UP; i++) {
      examine(mutator.mutate(corpus.draw(random), corpus.draw(random)), false);
    }
    for (Case input : old) {
      if (input.length() >= LONG) {
        examine(input, true);
      }
    }
    for (int cases = 1; System.nanoTime() - begun < nanos; cases++) {
      Case mutant = mutator.mutate(corpus.draw(random), corpus.draw(random));
      examine(mutant, false);
      if (lately.size() < LINES_A_COMMAND && mutant.length() < 10_000) {
        lately.add(mutant);
      }
      if (cases % CASES_A_COMMAND == 0) {
        command();
      }
      if (System.nanoTime() - told > 60e9) {
        told = System.nanoTime();
        System.err.printf(
            "%.0f s: %d answers, %d cases in the corpus, %d labels and rules shown, %d faults%n",
            (told - begun) / 1e9,
            examiner.executions(),
            corpus.size(),
            corpus.shown(),
            faults.size());
      }
    }
    command();
  }

  private void examine(Case input, boolean isOld) throws IOException {
    Examiner.Result result = examiner.examine(input);
    corpus.offer(input, result.made(), isOld);
    if (result.slow() && !isOld) {
      corpus.add(input);
      // What is slow for its size is tried at its full size: only there does the shape show.
      int times = Mutator.LONGEST / Math.max(1, input.length());
      if (times > 1) {
        Case large =
            input
                .with("text", text -> text.repeat(times))
                .with("reply", reply -> reply.repeat(times));
        examiner.examine(large).findings().forEach(this::found);
      }
    }
    result.findings().forEach(this::found);
  }

  private void found(Finding finding) {
    if (faults.merge(finding.key(), 1, Integer::sum) > 1) {
      return;
    }
    System.err.println("FAULT " + finding.key());
    Case shortest = Minimiser.shortest(finding.input(), input -> examiner.shows(input, finding));
    String line = Case.line(shortest.json());
    System.err.println("  " + (line.length() > 1_000 ? line.substring(0, 1_000) + " …" : line));
    keep(shortest, finding.key());
  }

  private void keep(Case input, String fault) {
    try {
      corpus.found(input, fault);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Runs one command, by turns, over the cases of late as lines. */
  private void command() throws IOException {
    var batch = new ArrayList<byte[]>();
    for (Case input : lately) {
      batch.add(Lines.line(input, knownLines, random));
    }
    lately.clear();
    linesRead += batch.size();
    var names = new ArrayList<>(new java.util.TreeMap<>(lines.commands()).keySet());
    String name = names.get(commandsRun++ % names.size());
    List<String> command = lines.commands().getOrDefault(name, List.of());
    tell(name, batch, tried -> lines.check(command, tried));
    if (name.equals("match") || name.equals("claims")) {
      tell(
          name + " with such a file",
          batch,
          tried -> {
            try {
              lines.checkFile(name, tried, scratch);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
    }
  }

  private interface Check {
    void check(List<byte[]> lines);
  }

  private void tell(String name, List<byte[]> batch, Check check) {
    String fault = fault(check, batch);
    if (fault == null || faults.merge("bedside " + name + ": " + fault, 1, Integer::sum) > 1) {
      return;
    }
    System.err.println("FAULT bedside " + name + ": " + fault);
    for (byte[] line : Lines.fewest(batch, tried -> fault(check, tried) != null)) {
      String text = new String(line, java.nio.charset.StandardCharsets.UTF_8);
      System.err.println("  " + (text.length() > 1_000 ? text.substring(0, 1_000) + " …" : text));
    }
  }

  private static @org.jspecify.annotations.Nullable String fault(Check check, List<byte[]> lines) {
    try {
      check.check(lines);
      return null;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Finding.site(e);
    }
  }

  private void report(double minutes, long seed) throws IOException {
    int kept = corpus.keep();
    System.out.printf(
        Locale.ROOT,
        "%.1f minutes, seed %d: %d answers (%.0f a second), %d lines through %d commands; corpus"
            + " %d cases, %d of them kept for %d labels, rules and kinds; %d faults%n",
        minutes,
        seed,
        examiner.executions(),
        examiner.executions() / (minutes * 60),
        linesRead,
        commandsRun,
        corpus.size(),
        kept,
        corpus.shown(),
        faults.size());
    System.out.println(
        "| target | median for 1,000 UTF-16 units | slowest for its size | of a text of |");
    System.out.println("|---|---|---|---|");
    examiner
        .clocks()
        .forEach(
            (name, clock) ->
                System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f ms | %.2f ms (%.1f×) | %,d units |%n",
                    name,
                    clock.median() / 1e6,
                    clock.slowest() / 1e6,
                    clock.slowest() / clock.median(),
                    clock.slowestSize()));
    faults.forEach((fault, times) -> System.out.println("FAULT " + fault + " (" + times + "×)"));
  }
}
