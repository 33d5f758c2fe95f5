package org.bedside.bench.score;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;

/**
 * Posts a second of {@link Understanding#assess} on one thread and on two, beside CoreNLP's
 * sentiment and VADER's rules, by turns on the same texts; what the library takes to load, to hold
 * and to download. Writes its section of {@code docs/figures.md} unless told {@code --dry}.
 */
public final class AssessSpeed {

  private static final int[] LENGTHS = {5, 20, 60, 200, 600, 2_000};
  private static final int MOST_TEXTS = 2_000;
  private static final int STARTS = 5;

  private final int rounds;
  private final long nanos;
  private final StringBuilder body = new StringBuilder();

  private AssessSpeed(int rounds, double seconds) {
    this.rounds = rounds;
    this.nanos = (long) (seconds * 1e9);
  }

  /**
   * Takes {@code --rounds N} (7, and one to warm up), {@code --seconds S} for a contender and
   * length in a round (1), {@code --dry}.
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = 7;
    double seconds = 1;
    boolean dry = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--seconds" -> seconds = Double.parseDouble(arguments[++i]);
        case "--dry" -> dry = true;
        default -> throw new IllegalArgumentException("no such option: " + arguments[i]);
      }
    }
    var speed = new AssessSpeed(rounds, seconds);
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    var texts = new SpeedTexts();
    speed.alone(texts);
    speed.byTurns(texts);
    speed.say(
        String.format(
            Locale.ROOT,
            "%nTaken on %s on %d processors; load %.1f before, %.1f after.%n",
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            load,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    if (!dry) {
      FigureSection.write(
          "bin/bench assess-speed", "Speed of understanding", speed.body.toString());
    }
    System.exit(0);
  }

  private void say(String said) {
    body.append(said);
    System.out.print(said);
  }

  private void alone(SpeedTexts texts) throws IOException {
    List<Long> fresh = FreshStart.medians(STARTS, texts.of(20, MOST_TEXTS));
    say(
        String.format(
            Locale.ROOT,
            "The library alone in a fresh virtual machine, settings of `bin/bedside analyze`,"
                + " medians of %d starts.%n%n| what | figure |%n|---|---|%n",
            STARTS));
    say(
        String.format(
            Locale.ROOT, "| loading and the first assessment | %,d ms |%n", fresh.get(0)));
    say(
        String.format(
            Locale.ROOT,
            "| from the start of the process to the first assessment | %,d ms |%n",
            fresh.get(1)));
    say(
        String.format(
            Locale.ROOT,
            "| resident memory at its highest until then | %,d MB |%n",
            fresh.get(2) / 1024));
    say(
        String.format(
            Locale.ROOT,
            "| the same after 2,000 posts of 20 words | %,d MB |%n",
            fresh.get(3) / 1024));
    Path jar = FreshStart.jar();
    say(
        String.format(
            Locale.ROOT, "| to download: the library itself | %s |%n", megabytes(List.of(jar))));
    for (Path needed : FreshStart.dependencies()) {
      say(
          String.format(
              Locale.ROOT,
              "| to download: %s | %s |%n",
              needed.getFileName(),
              megabytes(List.of(needed))));
    }
  }

  private static String megabytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private void byTurns(SpeedTexts texts) throws Exception {
    Understanding understanding = Understanding.load();
    var vader = new VaderPeer();
    long begun = System.nanoTime();
    CoreNlpPeer coreNlp = CoreNlpPeer.load();
    Object first = coreNlp.judge("The nurse was kind but we waited four hours.");
    double loaded = (System.nanoTime() - begun) / 1e9;
    List<Contender> contenders =
        List.of(bedside(understanding, 1), bedside(understanding, 2), coreNlp, new Rules(vader));
    say(
        String.format(
            Locale.ROOT,
            "%nIn one run by turns, the same texts (invented, `bench/written`, cut to length) in"
                + " the same order: posts a second, the median of %d rounds of %.1f s after one to"
                + " warm up; by the clock, and in brackets for each second of processor time of the"
                + " threads that judge. CoreNLP took %.1f s to load%s and is %s to download.%n%n",
            rounds,
            nanos / 1e9,
            loaded,
            first == null ? "?" : "",
            megabytes(CoreNlpPeer.jars())));
    say(
        String.format(
            Locale.ROOT,
            "| words | %s | Bedside on one thread: words a second of processor time |%n",
            String.join(" | ", contenders.stream().map(Contender::name).toList())));
    say(String.format(Locale.ROOT, "|---|%s---|%n", "---|".repeat(contenders.size())));
    for (int length : LENGTHS) {
      List<String> posts = texts.of(length, MOST_TEXTS);
      Map<Contender, List<SpeedRound>> measured = new LinkedHashMap<>();
      for (int round = 0; round <= rounds; round++) {
        for (Contender contender : contenders) {
          SpeedRound done = SpeedRound.of(contender, posts, nanos);
          if (round > 0) {
            measured.computeIfAbsent(contender, _ -> new ArrayList<>()).add(done);
          }
        }
      }
      var cells = new ArrayList<String>();
      measured.forEach(
          (contender, done) ->
              cells.add(
                  digits(median(done, SpeedRound::bySecond))
                      + " ("
                      + digits(median(done, SpeedRound::byProcessorSecond))
                      + ")"));
      double own =
          median(
              measured.getOrDefault(contenders.getFirst(), List.of()),
              SpeedRound::byProcessorSecond);
      say(
          String.format(
              Locale.ROOT,
              "| %,d | %s | %s |%n",
              length,
              String.join(" | ", cells),
              digits(own * length)));
    }
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }

  private static double median(List<SpeedRound> rounds, ToDoubleFunction<SpeedRound> of) {
    var sorted = rounds.stream().map(of::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static Contender bedside(Understanding understanding, int threads) {
    return new Contender() {
      @Override
      public String name() {
        return "Bedside, all judgements, " + (threads == 1 ? "one thread" : threads + " threads");
      }

      @Override
      public int threads() {
        return threads;
      }

      @Override
      public Object judge(String text) {
        return understanding.assess(List.of(Post.of("1", text)));
      }
    };
  }

  private record Rules(VaderPeer vader) implements Contender {
    @Override
    public String name() {
      return "VADER's rules (the peer of `bin/bench score`)";
    }

    @Override
    public Object judge(String text) {
      return vader.label(text);
    }
  }
}
