package org.bedside.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bedside.assessment.store.AssessmentRows;
import org.bedside.directory.Locations;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Directory;
import org.bedside.understanding.DirectoryEntry;
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
 */
@Component
class AssessmentBatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AssessmentBatch.class);
  private static final int SIZE = 256;

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

  /** Assesses the next mentions of the current organization; answers how many were taken. */
  int assessNext() {
    // learned before the batch is taken: learning holds no row
    Understanding understanding = models.current();
    try {
      return assess(SIZE, understanding);
    } catch (RuntimeException e) {
      log.warn("A batch could not be assessed; trying its mentions one by one: {}", e.toString());
      return oneByOne(understanding);
    }
  }

  private int oneByOne(Understanding understanding) {
    int taken = 0;
    for (int i = 0; i < SIZE; i++) {
      try {
        if (assess(1, understanding) == 0) {
          return taken;
        }
      } catch (RuntimeException e) {
        setFirstAside(e);
      }
      taken++;
    }
    return taken;
  }

  private void setFirstAside(RuntimeException error) {
    transactions.executeWithoutResult(
        status ->
            mentions
                .takePending(1)
                .forEach(mention -> mentions.setAside(mention.id(), error.toString())));
  }

  private int assess(int limit, Understanding understanding) {
    Integer taken =
        transactions.execute(
            status -> {
              List<Mention> waiting = mentions.takePending(limit);
              if (!waiting.isEmpty()) {
                List<Assessed> assessed = rows.store(waiting, understand(waiting, understanding));
                mentions.assessed(waiting.stream().map(Mention::id).toList());
                events.publishEvent(new MentionsAssessed(assessed));
              }
              return waiting.size();
            });
    return taken == null ? 0 : taken;
  }

  private List<Assessment> understand(List<Mention> waiting, Understanding understanding) {
    Directory directory = directory();
    List<Post> posts = waiting.stream().map(AssessmentBatch::post).toList();
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

  private static Post post(Mention mention) {
    return new Post(
        Long.toString(mention.id()),
        mention.text(),
        mention.question(),
        mention.rating(),
        mention.author(),
        mention.url(),
        mention.sourceName(),
        mention.lang(),
        mention.country(),
        mention.publishedAt());
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
