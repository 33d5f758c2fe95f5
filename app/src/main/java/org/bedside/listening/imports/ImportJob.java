package org.bedside.listening.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.bedside.listening.imports.file.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The import of one file.
 *
 * @param source where its posts go; null until it is chosen
 * @param mapping null until it is chosen
 * @param zone of dates that name none
 * @param rows how many the file holds below its headings
 * @param position how many of them are dealt with, which is where a restart goes on
 * @param failure code of the sentence that says why it could not go on
 */
public record ImportJob(
    UUID id,
    State state,
    String fileName,
    Layout layout,
    @Nullable UUID source,
    @Nullable String sourceName,
    @Nullable Mapping mapping,
    ZoneId zone,
    @Nullable UUID location,
    long rows,
    long position,
    Counts counts,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** Where it stands. */
  public enum State {
    /** Uploaded; nobody has said yet what its columns are. */
    UPLOADED,
    RUNNING,
    PAUSED,
    DONE,
    CANCELLED,
    /** The rest of the file can't be read; what was stored stays. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
      return this == DONE || this == CANCELLED || this == FAILED;
    }
  }

  /**
   * What became of the rows so far: read = stored + duplicates + errors.
   *
   * @param read rows that were not empty
   * @param stored new posts and new versions of known ones
   * @param changed those of them that are new versions
   * @param duplicates posts that were known as they are
   * @param errors rows left out, each with its reason
   */
  public record Counts(long read, long stored, long changed, long duplicates, long errors) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(
          read + more.read,
          stored + more.stored,
          changed + more.changed,
          duplicates + more.duplicates,
          errors + more.errors);
    }
  }

  /** The layout, source and mapping of an import that was started. */
  Mapping chosenMapping() {
    if (mapping == null) {
      throw new IllegalStateException("Import " + id + " was not started");
    }
    return mapping;
  }

  UUID chosenSource() {
    if (source == null) {
      throw new IllegalStateException("Import " + id + " was not started");
    }
    return source;
  }
}
