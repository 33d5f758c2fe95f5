package org.bedside.listening.connector;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.bedside.listening.Received;
import org.bedside.listening.Remark;

/** The sources that are due, across organizations. */
public interface PollQueue {

  /**
   * Takes due sources, so that nobody else asks them for a while; paused ones are never due. When
   * the process dies they become due again by themselves.
   */
  List<Claim> claim(int limit);

  /**
   * Stores what was heard and how things stand, in one transaction, and lets go of the source;
   * nothing where the claim was waited out and somebody else has taken it since.
   */
  Outcome heard(Claim claim, Heard heard);

  /**
   * Makes ready what {@link #hear} needs, such as the organization's watches, so that a stream does
   * not pile up behind it.
   */
  void prepare(Claim claim);

  /**
   * Stores what a stream brought with its cursor, in one transaction, and keeps the source.
   *
   * @return whether the source is still ours and is to be listened to
   */
  boolean hear(Claim claim, Heard.Posts posts);

  /** Keeps what a stream says it leaves out; answers as {@link #hear}. */
  boolean remark(Claim claim, List<Remark> remarks);

  /** Keeps a source whose stream is quiet; answers as {@link #hear}. */
  boolean keep(Claim claim);

  /** Lets go of a source whose stream broke; it is due again soon, later the oftener it breaks. */
  void broke(Claim claim, Heard.Trouble trouble);

  /**
   * Lets go of every source. Only for the one process that a database has, before it takes any:
   * whoever holds a source then is dead.
   */
  void releaseAll();

  /** Lets go of a source without a judgement; it is due again after so long. */
  void release(Claim claim, Duration again);

  /**
   * A source taken.
   *
   * @param every how often it was asked so far
   * @param failures in a row before this
   */
  record Claim(
      UUID id,
      OrganizationId organization,
      UUID source,
      String connector,
      Target target,
      Duration every,
      int failures) {}

  /** What became of it. */
  sealed interface Outcome {
    record Stored(Received received, int withdrawn) implements Outcome {}

    record Unchanged() implements Outcome {}

    record Failed(String code) implements Outcome {}

    /** Somebody else has it by now. */
    record Lost() implements Outcome {}
  }
}
