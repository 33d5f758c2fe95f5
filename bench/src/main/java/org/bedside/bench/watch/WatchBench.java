package org.bedside.bench.watch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.bedside.understanding.Post;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSet;
import tools.jackson.databind.ObjectMapper;

/**
 * Posts a second of processor time, one post at a time on one thread, of {@link WatchSet#match} and
 * of Lucene Monitor with its standard presearcher: the same queries, the same posts, in one run by
 * turns. Ends with status 1 where their matches differ. With more than 100,000 watches Lucene,
 * which would take minutes for a few posts, is left out.
 */
final class WatchBench {

  private static final int ROUNDS = 7;
  private static final int MOST_FOR_LUCENE = 100_000;
  private static final int CHANGES = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private WatchBench() {}

  public static void main(String[] args) throws IOException {
    Path data = data();
    Path places = data.resolve("places/us-hospitals.csv");
    Path sentiment = data.resolve("sentiment");
    if (!Files.exists(places) || !Files.exists(sentiment)) {
      System.out.println("skipped: no data in " + data + "; set BEDSIDE_DATA to its folder");
      return;
    }
    List<String> hospitals =
        Files.readAllLines(places).stream().skip(1).map(line -> line.split(",")[1]).toList();
    List<String> texts = texts(sentiment.resolve("train.jsonl"));
    List<Post> posts = new ArrayList<>();
    for (String text : texts(sentiment.resolve("dev.jsonl"))) {
      posts.add(Post.of("p" + posts.size(), text));
    }
    Collections.shuffle(posts, new Random(7));
    int[] sizes =
        args.length == 0
            ? new int[] {1_000, 10_000, 100_000, 1_000_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    boolean same = true;
    System.out.println(
        "| watches | Bedside posts/s | a post takes | hits a post | Lucene Monitor posts/s | ratio"
            + " | posts | Bedside memory | Lucene memory | Bedside compile | Lucene register | one"
            + " watch added: takes effect after, median (longest) |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (int size : sizes) {
      same &= run(NameQueries.make(size, hospitals, texts), posts);
    }
    if (!same) {
      System.exit(1);
    }
  }

  private static Path data() {
    String set = System.getProperty("bedside.data", System.getenv("BEDSIDE_DATA"));
    return set == null ? Path.of("../shared/data") : Path.of(set);
  }

  private static List<String> texts(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      texts.add(json.readTree(line).path("text").asString());
    }
    return texts;
  }

  private static boolean run(List<NameQuery> queries, List<Post> all) throws IOException {
    // Lucene's share of a round takes about a second; ours goes over all posts several times.
    List<Post> few =
        all.subList(0, Math.min(all.size(), Math.max(100, 5_000_000 / queries.size())));
    long empty = memory();
    long start = System.nanoTime();
    WatchSet set = WatchSet.compile(queries.stream().map(NameQuery::watch).toList());
    final double compiled = seconds(start);
    set.match(all.getFirst());
    final long ours = memory() - empty;
    double[] fast = new double[ROUNDS];
    double[] slow = new double[ROUNDS];
    long theirs = 0;
    double registering = 0;
    boolean same = true;
    if (queries.size() <= MOST_FOR_LUCENE) {
      empty = memory();
      start = System.nanoTime();
      try (Monitor monitor = new Monitor(new PostAnalyzer())) {
        register(monitor, queries);
        registering = seconds(start);
        theirs = memory() - empty;
        same = compare(set, monitor, few);
        for (int round = -2; round < ROUNDS; round++) {
          double one = bedside(set, all);
          double other = lucene(monitor, few);
          if (round >= 0) {
            fast[round] = one;
            slow[round] = other;
          }
        }
      }
    } else {
      for (int round = -2; round < ROUNDS; round++) {
        fast[Math.max(0, round)] = bedside(set, all);
      }
    }
    long hits = 0;
    for (Post post : all) {
      hits += set.match(post).size();
    }
    boolean beside = median(slow) > 0;
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,.0f | %.2f µs | %.2f | %s | %s | %,d / %s | %d MB | %s | %.1f s | %s | %s |%n",
        queries.size(),
        median(fast),
        1e6 / median(fast),
        (double) hits / all.size(),
        beside ? "%,.0f".formatted(median(slow)) : "—",
        beside ? "%,.0f×".formatted(median(fast) / median(slow)) : "—",
        all.size(),
        beside ? "%,d".formatted(few.size()) : "—",
        ours >> 20,
        beside ? (theirs >> 20) + " MB" : "—",
        compiled,
        beside ? String.format(Locale.ROOT, "%.1f s", registering) : "—",
        changes(set));
    return same;
  }

  private static void register(Monitor monitor, List<NameQuery> queries) throws IOException {
    List<MonitorQuery> registered = new ArrayList<>();
    for (NameQuery query : queries) {
      registered.add(new MonitorQuery(query.id(), query.lucene()));
    }
    monitor.register(registered);
  }

  /** By the clock, from a watch to the first post that it finds, one change after the other. */
  private static String changes(WatchSet before) {
    WatchSet set = before;
    double[] took = new double[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      Watch watch = new Watch("new" + i, "\"brand new name " + i + "\"");
      Post post = Post.of("p", "At the brand new name " + i);
      long start = System.nanoTime();
      set = set.with(watch);
      if (!set.match(post).contains(watch.id())) {
        throw new IllegalStateException("the watch that was added isn't found");
      }
      took[i] = seconds(start) * 1000;
    }
    return String.format(
        Locale.ROOT, "%.2f ms (%.0f ms)", median(took), Arrays.stream(took).max().orElse(0));
  }

  private static boolean compare(WatchSet set, Monitor monitor, List<Post> posts)
      throws IOException {
    int different = 0;
    long matches = 0;
    for (Post post : posts) {
      List<String> expected = new ArrayList<>();
      for (QueryMatch match :
          monitor.match(document(post), QueryMatch.SIMPLE_MATCHER).getMatches()) {
        expected.add(match.getQueryId());
      }
      matches += expected.size();
      if (!new TreeSet<>(expected).equals(new TreeSet<>(set.match(post)))) {
        different++;
        System.out.println("different: " + set.match(post) + " Lucene " + expected);
      }
    }
    System.err.printf("%d posts, %d matches, %d posts differ%n", posts.size(), matches, different);
    return different == 0;
  }

  private static double bedside(WatchSet set, List<Post> posts) {
    long matched = 0;
    int passes = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    while (busy(start) < 0.5) {
      for (Post post : posts) {
        matched += set.match(post).size();
      }
      passes++;
    }
    double speed = passes * (double) posts.size() / busy(start);
    return matched < 0 ? 0 : speed;
  }

  private static double lucene(Monitor monitor, List<Post> posts) throws IOException {
    long matched = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (Post post : posts) {
      MatchingQueries<QueryMatch> matches =
          monitor.match(document(post), QueryMatch.SIMPLE_MATCHER);
      matched += matches.getMatchCount();
    }
    double speed = posts.size() / busy(start);
    return matched < 0 ? 0 : speed;
  }

  private static Document document(Post post) {
    Document document = new Document();
    document.add(new TextField(NameQuery.FIELD, post.text(), Field.Store.NO));
    return document;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Of this thread, so that other work on the machine doesn't count. */
  private static double busy(long since) {
    return (THREADS.getCurrentThreadCpuTime() - since) / 1e9;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static long memory() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
