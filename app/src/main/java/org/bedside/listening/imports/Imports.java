package org.bedside.listening.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.imports.ImportJob.Counts;
import org.bedside.listening.imports.ImportJob.State;
import org.bedside.listening.imports.file.FileFormat;
import org.bedside.listening.imports.file.Layout;
import org.bedside.listening.imports.file.Row;
import org.bedside.listening.imports.file.RowReader;
import org.bedside.listening.imports.file.Sniffer;
import org.bedside.listening.imports.file.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in, starts their imports, and lets people stop and go on. Thread-safe. */
@Component
public class Imports {

  private static final int PREVIEW_ROWS = 5;
  private static final int DATE_SAMPLES = 200;

  private final ImportJobs jobs;
  private final ImportFiles files;
  private final ImportRunner runner;
  private final Sources sources;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Imports(
      ImportJobs jobs,
      ImportFiles files,
      ImportRunner runner,
      Sources sources,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.runner = runner;
    this.sources = sources;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a file and finds out how it is laid out; nothing of it becomes a post yet.
   *
   * @param idempotencyKey the same upload sent again with the same key is the same import
   * @throws UnreadableFileException where it is no table
   * @throws FileTooLargeException where it is too large
   */
  public ImportJob upload(
      String fileName,
      InputStream content,
      @Nullable FileFormat hint,
      @Nullable String idempotencyKey,
      SignedIn by)
      throws IOException {
    UUID id = UUID.randomUUID();
    Path file = files.keep(id, content);
    try {
      Layout layout = Sniffer.layout(file, hint);
      ImportJob job =
          new ImportJob(
              id,
              State.UPLOADED,
              RowProblem.safeName(fileName),
              layout,
              null,
              null,
              null,
              by.zone(),
              null,
              count(file, layout),
              0,
              Counts.NONE,
              null,
              clock.instant(),
              null,
              null);
      transactions.executeWithoutResult(status -> jobs.add(job, idempotencyKey, by.actor()));
      return job;
    } catch (IOException | RuntimeException e) {
      files.forget(id);
      throw e;
    }
  }

  private static long count(Path file, Layout layout) throws IOException {
    long rows = 0;
    try (RowReader reader = RowReader.open(file, layout)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows++;
      }
    } catch (UnreadableFileException e) {
      return rows; // the rows before it can be imported; the job says where it ended
    }
    return rows;
  }

  /** The first rows and the best guess what the columns are. */
  public Preview preview(ImportJob job) throws IOException {
    Map<Field, Integer> columns = Mapping.guess(job.layout().columns());
    List<Row> first = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    Integer dateColumn = columns.get(Field.DATE);
    try (RowReader reader = RowReader.open(files.of(job.id()), job.layout())) {
      Row row = reader.next();
      while (row != null && (first.size() < PREVIEW_ROWS || dates.size() < DATE_SAMPLES)) {
        if (first.size() < PREVIEW_ROWS && !row.isEmpty()) {
          first.add(row);
        }
        String date = dateColumn == null ? null : row.cell(dateColumn);
        if (date != null && !date.isBlank()) {
          dates.add(date);
        }
        row = dateColumn == null && first.size() == PREVIEW_ROWS ? null : reader.next();
      }
    } catch (UnreadableFileException e) {
      // what comes before can be shown and imported; the import itself says where it ended
    }
    return new Preview(first, new Mapping(columns, DateStyle.detect(dates, job.zone())));
  }

  /**
   * The first rows of a file.
   *
   * @param guess what its columns seem to be
   */
  public record Preview(List<Row> first, Mapping guess) {

    public Preview {
      first = List.copyOf(first);
    }
  }

  /**
   * Starts an uploaded import; asking again does nothing.
   *
   * @param location of rows that name none
   */
  public void start(
      ImportJob job, String sourceName, Mapping mapping, @Nullable UUID location, SignedIn by) {
    transactions.executeWithoutResult(
        status -> {
          Source source = sources.named(sourceName.strip(), Source.Kind.FILE, by);
          if (jobs.start(job.id(), source.id(), mapping, location)) {
            events.publishEvent(
                new Auditable(
                    by.actor(),
                    by.name(),
                    "listening.import-started",
                    "import:" + job.id(),
                    Map.of("file", job.fileName(), "source", source.name())));
          }
        });
    runner.submit(by.organizationId(), job.id());
  }

  /** Holds it after the batch in work. */
  public void pause(UUID id, SignedIn by) {
    change(id, List.of(State.RUNNING), State.PAUSED, "paused", by);
  }

  /** Lets a paused or failed one go on. */
  public void goOn(UUID id, SignedIn by) {
    change(id, List.of(State.PAUSED, State.FAILED), State.RUNNING, "resumed", by);
    runner.submit(by.organizationId(), id);
  }

  /** Ends it after the batch in work; what is stored stays. */
  public void cancel(UUID id, SignedIn by) {
    change(
        id,
        List.of(State.UPLOADED, State.RUNNING, State.PAUSED, State.FAILED),
        State.CANCELLED,
        "cancelled",
        by);
    files.forget(id);
  }

  private void change(UUID id, List<State> from, State to, String action, SignedIn by) {
    transactions.executeWithoutResult(
        status -> {
          if (jobs.move(id, from, to, null)) {
            if (to.isOver()) {
              jobs.forgetClaims(id);
            }
            events.publishEvent(
                new Auditable(
                    by.actor(), by.name(), "listening.import-" + action, "import:" + id, Map.of()));
          }
        });
  }

  public Optional<ImportJob> find(UUID id) {
    return jobs.find(id);
  }

  /** The import that was uploaded with this key. */
  public Optional<ImportJob> ofKey(String idempotencyKey) {
    return jobs.ofKey(idempotencyKey);
  }

  public List<ImportJob> latest(int limit) {
    return jobs.latest(limit);
  }

  /** Rows left out after that row, in order. */
  public List<RowProblem> problems(UUID id, long afterRow, int limit) {
    return jobs.problems(id, afterRow, limit);
  }

  /** How many posts of its source wait for their assessment. */
  public long pending(ImportJob job) {
    return job.source() == null ? 0 : jobs.pending(job.source());
  }
}
