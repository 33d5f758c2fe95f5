package org.bedside.bench.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts a case before every target and says what didn't hold. Not thread-safe. */
final class Examiner implements AutoCloseable {

  private static final int ON_MANY_THREADS = 32;
  private static final int THREADS = 3;
  private static final String TOO_LONG = "takes beyond all proportion";

  /**
   * What came of one case.
   *
   * @param made of what the answers were made
   * @param slow whether a target took longer for its size than ever before
   */
  record Result(List<Finding> findings, Set<String> made, boolean slow) {}

  private final List<Target> targets;
  private final Map<String, Clock> clocks = new LinkedHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private long executions;

  Examiner(List<Target> targets) {
    this.targets = targets;
    targets.forEach(target -> clocks.put(target.name(), new Clock()));
  }

  /** How many answers were asked for. */
  long executions() {
    return executions;
  }

  Map<String, Clock> clocks() {
    return clocks;
  }

  Result examine(Case input) {
    var findings = new ArrayList<Finding>();
    var made = new TreeSet<String>();
    boolean slow = false;
    for (Target target : targets) {
      try {
        slow |= examine(target, input, made);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        findings.add(new Finding(target.name(), Finding.site(e), input));
      }
    }
    return new Result(findings, made, slow);
  }

  /** Whether the case shows the same fault. */
  boolean shows(Case input, Finding finding) {
    for (Target target : targets) {
      if (target.name().equals(finding.target())) {
        try {
          examine(target, input, new TreeSet<>());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
          return Finding.site(e).equals(finding.fault());
        }
      }
    }
    return false;
  }

  private boolean examine(Target target, Case input, Set<String> made) {
    executions++;
    long begun = Clock.now();
    Object answer = target.answer(input);
    long took = Clock.now() - begun;
    target.check(input, answer, made);
    Must.hold(target.answer(input).equals(answer), "another answer when asked again");
    if (executions % ON_MANY_THREADS == 0) {
      onManyThreads(target, input, answer);
    }
    Clock clock = clocks.getOrDefault(target.name(), new Clock());
    int size = target.size(input);
    if (clock.isTooLong(took, size)) {
      confirm(target, input, clock);
    }
    return clock.take(took, size);
  }

  /** The machine has other work; what is slow is slow three times more. */
  private static void confirm(Target target, Case input, Clock clock) {
    boolean again = true;
    for (int i = 0; i < 3 && again; i++) {
      long begun = Clock.now();
      Object unused = target.answer(input);
      again = clock.isTooLong(Clock.now() - begun, target.size(input)) && unused != null;
    }
    Must.hold(!again, TOO_LONG);
  }

  private void onManyThreads(Target target, Case input, Object answer) {
    var asked = new ArrayList<Future<Object>>();
    for (int i = 0; i < THREADS; i++) {
      asked.add(threads.submit(() -> target.answer(input)));
    }
    for (Future<Object> future : asked) {
      try {
        Must.hold(future.get().equals(answer), "another answer on another thread");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        throw new Violation("on another thread: " + Finding.site(cause == null ? e : cause));
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
