package org.bedside.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.bedside.assessment.store.AssessmentRows;
import org.bedside.directory.Locations;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Directory;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.Level;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One batch: taken, assessed, stored and announced in one transaction. Where a batch fails, its
 * mentions are tried one by one, and the bad one is set aside with its error.
 *
 * <p>While much waits, new mentions are read quickly and wait to be read once more, so that a rush
 * is in the inbox at once and yet ends as well understood as anything.
 */
@Component
class AssessmentBatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AssessmentBatch.class);
  private static final int SIZE = 256;

  // as many as are read thoroughly in a fraction of a second beside a busy stream
  private static final int HASTE = 24;

  // few, because what is new waits meanwhile
  private static final int AGAIN = 16;

  private final Mentions mentions;
  private final AssessmentRows rows;
  private final TaughtModels models;
  private final Locations locations;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("understanding-", 0).factory());

  AssessmentBatch(
      Mentions mentions,
      AssessmentRows rows,
      TaughtModels models,
      Locations locations,
      TransactionTemplate transactions,
      ApplicationEventPublisher events) {
    this.mentions = mentions;
    this.rows = rows;
    this.models = models;
    this.locations = locations;
    this.transactions = transactions;
    this.events = events;
  }

  /** Assesses the next new mentions of the current organization; answers how many were taken. */
  int assessNext() {
    return assess(SIZE, mentions::takePending);
  }

  /** Reads the next ones that wait for it once more; answers how many were taken. */
  int assessAgain() {
    return assess(AGAIN, mentions::takeAgain);
  }

  private int assess(int limit, IntFunction<List<Mention>> take) {
    // learned before the batch is taken: learning holds no row
    Understanding understanding = models.current();
    try {
      return assess(limit, take, understanding);
    } catch (RuntimeException e) {
      log.warn("A batch could not be assessed; trying its mentions one by one: {}", e.toString());
      return oneByOne(limit, take, understanding);
    }
  }

  private int oneByOne(int limit, IntFunction<List<Mention>> take, Understanding understanding) {
    int taken = 0;
    for (int i = 0; i < limit; i++) {
      try {
        if (assess(1, take, understanding) == 0) {
          return taken;
        }
      } catch (RuntimeException e) {
        setFirstAside(take, e);
      }
      taken++;
    }
    return taken;
  }

  private void setFirstAside(IntFunction<List<Mention>> take, RuntimeException error) {
    transactions.executeWithoutResult(
        status ->
            take.apply(1).forEach(mention -> mentions.setAside(mention.id(), error.toString())));
  }

  private int assess(int limit, IntFunction<List<Mention>> take, Understanding understanding) {
    Integer taken =
        transactions.execute(
            status -> {
              List<Mention> waiting = take.apply(limit);
              if (!waiting.isEmpty()) {
                store(waiting, understanding);
              }
              return waiting.size();
            });
    return taken == null ? 0 : taken;
  }

  private void store(List<Mention> waiting, Understanding understanding) {
    boolean inHaste = waiting.size() > HASTE && understanding.level() != Level.QUICK;
    List<Assessed> assessed =
        rows.store(waiting, understand(waiting, inHaste ? understanding.quick() : understanding));
    List<Long> ids = waiting.stream().map(Mention::id).toList();
    if (inHaste) {
      mentions.assessedInHaste(ids);
    } else {
      mentions.assessed(ids);
    }
    events.publishEvent(new MentionsAssessed(assessed));
  }

  private List<Assessment> understand(List<Mention> waiting, Understanding understanding) {
    Directory directory = directory();
    List<Post> posts = waiting.stream().map(Mention::asPost).toList();
    int half = (posts.size() + 1) / 2;
    if (half < 8) {
      return understanding.assess(posts, directory);
    }
    Future<List<Assessment>> rest =
        workers.submit(() -> understanding.assess(posts.subList(half, posts.size()), directory));
    List<Assessment> all = new ArrayList<>(understanding.assess(posts.subList(0, half), directory));
    try {
      all.addAll(rest.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while assessing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return all;
  }

  private Directory directory() {
    return Directory.of(
        locations.current().stream()
            .map(
                location -> {
                  List<String> names = new ArrayList<>(location.otherNames());
                  names.addFirst(location.name());
                  return new DirectoryEntry(
                      location.id().toString(),
                      DirectoryEntry.Kind.LOCATION,
                      names,
                      location.city());
                })
            .toList());
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
