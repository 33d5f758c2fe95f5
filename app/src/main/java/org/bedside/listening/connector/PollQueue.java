package org.bedside.listening.connector;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.bedside.listening.Received;

/** The sources that are due, across organizations. */
public interface PollQueue {

  /**
   * Takes due sources, so that nobody else polls them for a while; paused ones are never due. When
   * the process dies they become due again by themselves.
   */
  List<Claim> claim(int limit);

  /**
   * Stores what was heard and how things stand, in one transaction; nothing where the claim was
   * waited out and somebody else has taken the source since.
   */
  Outcome heard(Claim claim, Heard heard);

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
