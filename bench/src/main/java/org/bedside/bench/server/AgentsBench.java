package org.bedside.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many people answering at once over many mentions, beside one alone over few: what each action
 * takes, from asking to the last byte of the page that it leads to. Replies are sent and agreed to,
 * and held before they leave, so that no byte goes anywhere.
 *
 * <p>Arguments: agents, mentions, cases that each works through, the seconds that each rests
 * between two actions on average, mentions of the one alone, and the cases of the one alone.
 */
public final class AgentsBench {

  private static final Duration SHORT_REST = Duration.ofMillis(20);

  private AgentsBench() {}

  /** Prints the table for {@code docs/figures.md}. */
  public static void main(String[] args)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    int agents = number(args, 0, 50);
    int mentions = number(args, 1, 1_000_000);
    int cases = number(args, 2, 5);
    Duration rest = Duration.ofSeconds(number(args, 3, 6));
    int few = number(args, 4, 10_000);
    int alone = number(args, 5, 100);
    Path folder = Files.createTempDirectory("bedside-bench");
    Map<String, ConcurrentLinkedQueue<Long>> small = Agent.nothingYet();
    Map<String, ConcurrentLinkedQueue<Long>> large = Agent.nothingYet();
    try {
      try (Installation one = Installation.open(folder.resolve("small"), few, 2)) {
        prepare(one, alone);
        new Agent(one.people().getFirst(), 2, SHORT_REST, small).work(alone);
      }
      try (Installation many = Installation.open(folder.resolve("large"), mentions, agents)) {
        prepare(many, alone);
        long begun = System.nanoTime();
        all(many, cases, rest, large);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long actions = large.values().stream().mapToLong(Collection::size).sum();
        System.out.printf(
            Locale.ROOT,
            "%d actions in %.0f s, %.1f a second%n",
            actions,
            seconds,
            actions / seconds);
      }
    } finally {
      ServerProcess.delete(folder);
    }
    System.out.printf(
        Locale.ROOT,
        "| action | times | median, one over %,d | median, %d over %,d | p99, one | p99, %d | ratio"
            + " |%n",
        few,
        agents,
        mentions,
        agents);
    System.out.println("|---|---|---|---|---|---|---|");
    small.forEach(
        (action, took) -> {
          Collection<Long> many = large.getOrDefault(action, took);
          System.out.println(
              took.isEmpty() || many.isEmpty()
                  ? "| %s | %d / %d | | | | | |".formatted(action, took.size(), many.size())
                  : row(action, took, many));
        });
  }

  /** Both servers have answered as much before anything is timed. */
  private static void prepare(Installation at, int replies)
      throws IOException, InterruptedException, SQLException {
    HeldReplies.arrange(at);
    new Agent(at.people().getFirst(), 1, SHORT_REST, Agent.nothingYet()).work(10);
    // nobody approves what they wrote, so somebody else has written before
    new Agent(at.people().getLast(), 3, SHORT_REST, Agent.nothingYet()).sendOnly(replies);
  }

  private static void all(
      Installation at, int cases, Duration rest, Map<String, ConcurrentLinkedQueue<Long>> took)
      throws InterruptedException, ExecutionException, IOException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < at.people().size(); i++) {
        Agent agent = new Agent(at.people().get(i), 100 + i, rest, took);
        // they don't all begin with the same thing at the same moment
        long later = rest.toMillis() * i * 10 / at.people().size();
        working.add(
            threads.submit(
                () -> {
                  Thread.sleep(later);
                  agent.work(cases);
                  return null;
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
    }
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private static double at(Collection<Long> nanos, double share) {
    double[] sorted = nanos.stream().mapToDouble(nano -> nano / 1e6).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }

  private static String row(String action, Collection<Long> one, Collection<Long> many) {
    return String.format(
        Locale.ROOT,
        "| %s | %d / %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.2f× |",
        action,
        one.size(),
        many.size(),
        at(one, 0.5),
        at(many, 0.5),
        at(one, 0.99),
        at(many, 0.99),
        at(many, 0.99) / at(one, 0.99));
  }
}
