package org.bedside.listening.imports.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bedside.listening.imports.ImportJob;
import org.bedside.listening.imports.Mapping;
import org.jspecify.annotations.Nullable;

/** An import as the HTTP API shows it. */
record ImportAnswer(
    UUID id,
    String state,
    String file,
    String format,
    @Nullable String source,
    List<String> columns,
    Map<String, String> mapping,
    long total,
    long read,
    long stored,
    long changed,
    long duplicates,
    long errors,
    long pending,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant endedAt) {

  static ImportAnswer of(ImportJob job, long pending, @Nullable String failure) {
    return new ImportAnswer(
        job.id(),
        job.state().name().toLowerCase(Locale.ROOT),
        job.fileName(),
        job.layout().format().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        job.sourceName(),
        job.layout().columns(),
        mapping(job),
        job.rows(),
        job.counts().read(),
        job.counts().stored(),
        job.counts().changed(),
        job.counts().duplicates(),
        job.counts().errors(),
        pending,
        failure,
        job.createdAt(),
        job.endedAt());
  }

  private static Map<String, String> mapping(ImportJob job) {
    Map<String, String> mapping = new TreeMap<>();
    Mapping chosen = job.mapping();
    if (chosen != null) {
      chosen
          .columns()
          .forEach((field, at) -> mapping.put(field.key(), job.layout().columns().get(at)));
    }
    return mapping;
  }
}
