package org.bedside.listening.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Received;
import org.bedside.listening.imports.ImportJob.Counts;
import org.bedside.listening.imports.RowToPost.Outcome;
import org.bedside.listening.imports.file.Row;

/** Some rows of an import on their way into the database, in the caller's transaction. */
final class Batch {

  private final ImportJob job;
  private final List<RowProblem> problems = new ArrayList<>();
  private final List<Outcome.Post> posts = new ArrayList<>();
  private int repeated;
  private int read;

  private Batch(ImportJob job) {
    this.job = job;
  }

  /** Stores what {@code rows} hold and the checkpoint after them. */
  static void store(
      ImportJob job, List<Row> rows, RowToPost converter, ImportJobs jobs, PostIntake intake) {
    Batch batch = new Batch(job);
    for (Row row : rows) {
      batch.take(row, converter);
    }
    batch.leaveOutRepeatedIds(jobs, converter);
    Received received =
        intake.receive(job.chosenSource(), batch.posts.stream().map(Outcome.Post::post).toList());
    for (Received.Rejected rejected : received.rejected()) {
      batch.problems.add(
          converter.problem(
              batch.posts.get(rejected.index()).row(), Field.TEXT, rejected.code(), null));
    }
    Counts counts =
        new Counts(
            batch.read,
            received.stored() + received.changed(),
            received.changed(),
            received.duplicates() + batch.repeated,
            batch.problems.size());
    jobs.report(job.id(), batch.problems);
    jobs.advance(job.id(), job.position() + rows.size(), job.counts().plus(counts));
  }

  /** Passes a row over that nothing else could be done with. */
  static void passOver(ImportJob job, Row row, ImportJobs jobs) {
    jobs.report(job.id(), List.of(RowProblem.of(row.number(), null, "not-stored", null)));
    jobs.advance(job.id(), job.position() + 1, job.counts().plus(new Counts(1, 0, 0, 0, 1)));
  }

  private void take(Row row, RowToPost converter) {
    if (row.isEmpty()) {
      return;
    }
    read++;
    switch (converter.convert(row)) {
      case Outcome.Post post -> posts.add(post);
      case Outcome.Refused refused -> problems.add(refused.problem());
    }
  }

  /**
   * A row that repeats another whole is a duplicate; one that has the id of another but other words
   * must not overwrite it unseen.
   */
  private void leaveOutRepeatedIds(ImportJobs jobs, RowToPost converter) {
    Map<String, Long> contents = new LinkedHashMap<>();
    List<Outcome.Post> first = new ArrayList<>();
    for (Outcome.Post post : posts) {
      String id = post.post().externalId();
      if (id == null) {
        first.add(post);
        continue;
      }
      long content = content(post.post());
      Long before = contents.putIfAbsent(key(id), content);
      if (before == null) {
        first.add(post);
      } else {
        repeats(post, id, before == content, converter);
      }
    }
    posts.clear();
    if (contents.isEmpty()) {
      posts.addAll(first);
      return;
    }
    Map<String, Long> earlier = jobs.claim(job.id(), contents);
    for (Outcome.Post post : first) {
      String id = post.post().externalId();
      Long before = id == null ? null : earlier.get(key(id));
      if (id == null || before == null) {
        posts.add(post);
      } else {
        repeats(post, id, before == content(post.post()), converter);
      }
    }
  }

  private void repeats(Outcome.Post post, String id, boolean whole, RowToPost converter) {
    if (whole) {
      repeated++;
    } else {
      problems.add(converter.problem(post.row(), Field.ID, "id-repeated", id));
    }
  }

  private static String key(String id) {
    return HexFormat.of().formatHex(digest(id), 0, 16);
  }

  private static long content(RawPost post) {
    return ByteBuffer.wrap(digest(post.toString())).getLong();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16LE));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
