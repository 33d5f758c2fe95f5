package org.bedside.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The inbox with few and with many mentions, in milliseconds from asking to the last byte: two
 * servers with a database each, ten people at once on the one, then on the other, by turns. Both
 * run in one go, so the ratio stands where the milliseconds depend on the machine's other work.
 *
 * <p>Arguments: mentions of the small one, of the large one, rounds, requests of a person a round,
 * a folder to fill once and keep (by default one that is removed at the end), and a part of the
 * names of the pages to ask for.
 */
public final class InboxBench {

  private InboxBench() {}

  /** Prints the table for {@code docs/figures.md}. */
  public static void main(String[] args)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    int small = number(args, 0, 10_000);
    int large = number(args, 1, 1_000_000);
    int rounds = number(args, 2, 5);
    int requests = number(args, 3, 8);
    boolean keep = args.length > 4;
    Path folder = keep ? Path.of(args[4]) : Files.createTempDirectory("bedside-bench");
    String only = args.length > 5 ? args[5] : "";
    try (Installation few = Installation.open(folder.resolve("small"), small);
        Installation many = Installation.open(folder.resolve("large"), large);
        ExecutorService threads = Executors.newFixedThreadPool(few.people().size())) {
      System.out.printf(
          Locale.ROOT,
          "| page | median, %,d | median, %,d | ratio | p99, %,d | p99, %,d | ratio |%n",
          small,
          large,
          small,
          large);
      System.out.println("|---|---|---|---|---|---|---|");
      for (String page : few.pages().keySet()) {
        if (!page.contains(only)) {
          continue;
        }
        ask(few, page, 4, threads);
        ask(many, page, 4, threads);
        List<Long> quick = new ArrayList<>();
        List<Long> slow = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          quick.addAll(ask(few, page, requests, threads));
          slow.addAll(ask(many, page, requests, threads));
        }
        System.out.println(row(page, sorted(quick), sorted(slow)));
      }
    } finally {
      if (!keep) {
        ServerProcess.delete(folder);
      }
    }
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  /** Nanoseconds of each request. */
  private static List<Long> ask(Installation at, String page, int requests, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    String path = at.pages().getOrDefault(page, "/inbox");
    List<Future<List<Long>>> asked = new ArrayList<>();
    for (Visitor person : at.people()) {
      asked.add(
          threads.submit(
              () -> {
                List<Long> took = new ArrayList<>();
                for (int i = 0; i < requests; i++) {
                  long begun = System.nanoTime();
                  person.page(path);
                  took.add(System.nanoTime() - begun);
                }
                return took;
              }));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> one : asked) {
      all.addAll(one.get());
    }
    return all;
  }

  private static double[] sorted(List<Long> nanos) {
    double[] millis = nanos.stream().mapToDouble(nano -> nano / 1e6).toArray();
    Arrays.sort(millis);
    return millis;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
  }

  private static String row(String page, double[] few, double[] many) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ms | %.0f ms | %.2f× | %.0f ms | %.0f ms | %.2f× |",
        page,
        at(few, 0.5),
        at(many, 0.5),
        at(many, 0.5) / at(few, 0.5),
        at(few, 0.99),
        at(many, 0.99),
        at(many, 0.99) / at(few, 0.99));
  }
}
