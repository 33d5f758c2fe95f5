package org.bedside.listening.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.listening.PostIntake;
import org.bedside.listening.imports.ImportJob.State;
import org.bedside.listening.imports.file.Row;
import org.bedside.listening.imports.file.RowReader;
import org.bedside.listening.imports.file.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works imports off, batch by batch. A batch's posts, its error report and the checkpoint are one
 * transaction; whenever the process dies, the next start goes on from the checkpoint.
 */
@Component
class ImportRunner implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
  private static final int BATCH_ROWS = 500;
  private static final int BATCH_CHARACTERS = 4_000_000;
  private static final int AT_ONCE = 2;
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  private final ImportJobs jobs;
  private final UnfinishedImports unfinished;
  private final ImportFiles files;
  private final PostIntake intake;
  private final Locations locations;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Set<UUID> inWork = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService workers =
      Executors.newScheduledThreadPool(
          AT_ONCE, Thread.ofPlatform().name("import-", 0).daemon().factory());
  private volatile boolean stopping;

  ImportRunner(
      ImportJobs jobs,
      UnfinishedImports unfinished,
      ImportFiles files,
      PostIntake intake,
      Locations locations,
      TransactionTemplate transactions,
      ApplicationEventPublisher events) {
    this.jobs = jobs;
    this.unfinished = unfinished;
    this.files = files;
    this.intake = intake;
    this.locations = locations;
    this.transactions = transactions;
    this.events = events;
  }

  @EventListener
  void goOn(ApplicationReadyEvent ready) {
    files.keepOnly(new HashSet<>(unfinished.needingFiles()));
    for (UnfinishedImports.Unfinished one : unfinished.running()) {
      submit(one.organization(), one.id());
    }
  }

  /** Works on it as soon as there is room; asking again while it is in work does nothing. */
  void submit(OrganizationId organization, UUID id) {
    workers.execute(() -> work(organization, id));
  }

  private void work(OrganizationId organization, UUID id) {
    if (stopping || !inWork.add(id)) {
      return;
    }
    boolean again = false;
    try {
      CurrentOrganization.<Boolean, IOException>call(
          organization,
          () -> {
            run(id);
            return true;
          });
    } catch (UnreadableFileException e) {
      CurrentOrganization.run(organization, () -> end(id, State.FAILED, e.code()));
    } catch (IOException | DataAccessException | TransactionException e) {
      if (!stopping) {
        log.warn("Import {} was interrupted and goes on in a moment", id, e);
        again = true;
      }
    } catch (RuntimeException e) {
      log.error("Import {} can't go on", id, e);
      CurrentOrganization.run(organization, () -> end(id, State.FAILED, "unexpected"));
    } finally {
      inWork.remove(id);
    }
    if (again) {
      var _ =
          workers.schedule(
              () -> work(organization, id), AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void run(UUID id) throws IOException {
    ImportJob job = jobs.find(id).orElse(null);
    if (job == null || job.state() != State.RUNNING) {
      return;
    }
    Path file = files.of(id);
    if (!Files.exists(file)) {
      end(id, State.FAILED, "file-gone");
      return;
    }
    RowToPost converter =
        new RowToPost(
            job.layout().columns(),
            job.chosenMapping(),
            job.zone(),
            locationsByName(),
            job.location());
    try (RowReader rows = RowReader.open(file, job.layout())) {
      for (long i = 0; i < job.position(); i++) {
        if (rows.next() == null) {
          break;
        }
      }
      long position = job.position();
      while (!stopping) {
        List<Row> batch = read(rows);
        if (batch.isEmpty()) {
          end(id, State.DONE, null);
          return;
        }
        if (!store(id, position, batch, converter)) {
          return;
        }
        position += batch.size();
      }
    }
  }

  private Map<String, UUID> locationsByName() {
    Map<String, UUID> byName = new HashMap<>();
    for (Location place : locations.current()) {
      for (String name : place.names()) {
        byName.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), place.id());
      }
    }
    return byName;
  }

  private static List<Row> read(RowReader rows) throws IOException {
    List<Row> batch = new ArrayList<>();
    int characters = 0;
    while (batch.size() < BATCH_ROWS && characters < BATCH_CHARACTERS) {
      Row row = nextAfter(batch, rows);
      if (row == null) {
        break;
      }
      batch.add(row);
      characters += row.length();
    }
    return batch;
  }

  /** Where the file can't be read any further, what was read before it is stored first. */
  private static @Nullable Row nextAfter(List<Row> batch, RowReader rows) throws IOException {
    try {
      return rows.next();
    } catch (UnreadableFileException e) {
      if (batch.isEmpty()) {
        throw e;
      }
      return null;
    }
  }

  /** Answers whether the import goes on. */
  private boolean store(UUID id, long position, List<Row> batch, RowToPost converter) {
    try {
      return inTransaction(id, position, job -> Batch.store(job, batch, converter, jobs, intake));
    } catch (RuntimeException e) {
      log.warn("A batch of import {} is stored row by row", id, e);
    }
    for (int i = 0; i < batch.size(); i++) {
      if (!storeAlone(id, position + i, batch.get(i), converter)) {
        return false;
      }
    }
    return true;
  }

  private boolean storeAlone(UUID id, long position, Row row, RowToPost converter) {
    try {
      return inTransaction(
          id, position, job -> Batch.store(job, List.of(row), converter, jobs, intake));
    } catch (RuntimeException e) {
      log.warn("Row {} of import {} is left out", row.number(), id, e);
      return inTransaction(id, position, job -> Batch.passOver(job, row, jobs));
    }
  }

  /** Does the work where the import still runs and stands at {@code position}. */
  private boolean inTransaction(
      UUID id, long position, java.util.function.Consumer<ImportJob> work) {
    Boolean done =
        transactions.execute(
            status -> {
              ImportJob job = jobs.lock(id).orElse(null);
              if (job == null || job.state() != State.RUNNING || job.position() != position) {
                return false;
              }
              work.accept(job);
              return true;
            });
    return Boolean.TRUE.equals(done);
  }

  private void end(UUID id, State state, @Nullable String failure) {
    transactions.executeWithoutResult(
        status -> {
          if (jobs.move(id, List.of(State.RUNNING), state, failure)) {
            jobs.forgetClaims(id);
            jobs.find(id).ifPresent(this::record);
          }
        });
    if (state == State.DONE) {
      files.forget(id);
    }
  }

  private void record(ImportJob job) {
    events.publishEvent(
        new Auditable(
            "system",
            "Bedside",
            "listening.import-" + job.state().name().toLowerCase(Locale.ROOT),
            "import:" + job.id(),
            Map.of(
                "read", Long.toString(job.counts().read()),
                "stored", Long.toString(job.counts().stored()),
                "duplicates", Long.toString(job.counts().duplicates()),
                "errors", Long.toString(job.counts().errors()))));
  }

  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    workers.shutdown();
    if (!workers.awaitTermination(8, TimeUnit.SECONDS)) {
      log.warn("An import was still in work; it goes on at the next start");
    }
  }
}
