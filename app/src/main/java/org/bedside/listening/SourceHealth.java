package org.bedside.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param posts stored from it, counted to one past {@link #COUNTED} and no further
 * @param lastPostAt when its newest post was published
 * @param usualGap the time that usually lies between two of its posts; null below five posts
 * @param failures in a row, 0 where the last try went well
 * @param errorCode message key of the sentence about the last failure, with errorDetail as its
 *     value
 * @param connector the way of listening; null where posts are brought to us
 * @param backTo while older posts are being fetched: how far back they have been
 * @param credentialExpiresAt when its network stops letting us in
 * @param remarks what it leaves out although it works
 */
public record SourceHealth(
    UUID source,
    Condition condition,
    long posts,
    @Nullable Instant lastPostAt,
    @Nullable Duration usualGap,
    @Nullable Instant lastAttemptAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant nextAt,
    @Nullable Duration every,
    int failures,
    @Nullable Instant failingSince,
    @Nullable String errorCode,
    @Nullable String errorDetail,
    @Nullable String connector,
    @Nullable Instant backTo,
    @Nullable Instant credentialExpiresAt,
    List<Remark> remarks) {

  /**
   * So many posts of a source are counted, so that a list of sources is quick whatever they hold.
   */
  public static final int COUNTED = 1_000;

  public SourceHealth {
    remarks = List.copyOf(remarks);
  }

  /** In the order in which they want attention. */
  public enum Condition {
    FAILING,
    /** Answers, and brings nothing for much longer than it usually does. */
    SILENT,
    /** Not asked yet. */
    WAITING,
    HEALTHY,
    PAUSED
  }

  /** From when on it is silent, where nothing comes; null where its rhythm isn't known. */
  public @Nullable Instant silentSince() {
    return silentFrom(lastPostAt, usualGap);
  }

  /** A source is silent past four times its usual gap, and never before a day. */
  private static @Nullable Instant silentFrom(@Nullable Instant lastPost, @Nullable Duration gap) {
    if (lastPost == null || gap == null) {
      return null;
    }
    Duration patience = gap.multipliedBy(4);
    Duration day = Duration.ofDays(1);
    return lastPost.plus(patience.compareTo(day) > 0 ? patience : day);
  }

  /** What its figures amount to. */
  public static Condition condition(
      Source source,
      int failures,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastPost,
      @Nullable Duration gap,
      Instant now) {
    if (source.state() == Source.State.PAUSED) {
      return Condition.PAUSED;
    }
    if (failures > 0) {
      return Condition.FAILING;
    }
    if (source.kind() == Source.Kind.FILE) {
      return Condition.HEALTHY;
    }
    Instant silent = silentFrom(lastPost, gap);
    if (silent != null && silent.isBefore(now)) {
      return Condition.SILENT;
    }
    boolean waiting = source.kind() == Source.Kind.FEED && lastSuccess == null;
    return waiting ? Condition.WAITING : Condition.HEALTHY;
  }
}
