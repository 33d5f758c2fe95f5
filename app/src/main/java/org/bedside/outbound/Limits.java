package org.bedside.outbound;

import java.time.Duration;

/**
 * How far a request may go.
 *
 * @param connect to reach the server
 * @param read between two bytes
 * @param total for all of it, redirects, waiting and further tries included
 * @param bytes of the answer, both as sent and decompressed
 * @param attempts at a request that can be repeated without harm
 */
public record Limits(
    Duration connect, Duration read, Duration total, int bytes, int redirects, int attempts) {

  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(45),
          10 * 1024 * 1024,
          5,
          3);

  /** The same with another limit for all of it. */
  public Limits withTotal(Duration limit) {
    return new Limits(connect, read, limit, bytes, redirects, attempts);
  }

  /** The same with another limit for the answer's size. */
  public Limits withBytes(int limit) {
    return new Limits(connect, read, total, limit, redirects, attempts);
  }

  /** The same with that many tries. */
  public Limits withAttempts(int limit) {
    return new Limits(connect, read, total, bytes, redirects, limit);
  }
}
