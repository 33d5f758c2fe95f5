package org.bedside.listening.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.listening.imports.ImportJob.Counts;
import org.bedside.listening.imports.ImportJob.State;
import org.jspecify.annotations.Nullable;

/** The imports of the current organization; call inside a transaction. */
public interface ImportJobs {

  /** Adds an uploaded one. */
  void add(ImportJob job, @Nullable String idempotencyKey, String by);

  Optional<ImportJob> find(UUID id);

  Optional<ImportJob> ofKey(String idempotencyKey);

  /** The latest ones, newest first. */
  List<ImportJob> latest(int limit);

  /** Holds its row until the transaction ends. */
  Optional<ImportJob> lock(UUID id);

  /** Says where it goes and what its columns are, and that it runs; answers whether it waited. */
  boolean start(UUID id, UUID source, Mapping mapping, @Nullable UUID location);

  /** Goes on to {@code to} where it is in one of {@code from}; answers whether it was. */
  boolean move(UUID id, Collection<State> from, State to, @Nullable String failure);

  /** So many more rows are dealt with. */
  void advance(UUID id, long position, Counts counts);

  /** Adds rows that were left out; the report keeps the first hundred thousand. */
  void report(UUID id, List<RowProblem> problems);

  /** The rows left out after that row, in order. */
  List<RowProblem> problems(UUID id, long afterRow, int limit);

  /**
   * Claims ids for the rows given, in this import.
   *
   * @param contents a digest of the content by id
   * @return of the ids that an earlier row of the same import has, the digest it had
   */
  Map<String, Long> claim(UUID id, Map<String, Long> contents);

  /** Forgets what {@link #claim} remembered. */
  void forgetClaims(UUID id);

  /** Posts of its source that wait for their assessment. */
  long pending(UUID source);
}
