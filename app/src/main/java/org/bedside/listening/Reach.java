package org.bedside.listening;

import org.jspecify.annotations.Nullable;

/**
 * How far a post went, as its source counts; null where the source doesn't say.
 *
 * @param audience followers or subscribers of its author
 * @param likes every kind of approval together
 * @param shares reposts, boosts, shares and quotes together
 * @param replies answers and comments
 * @param views times it was shown or played
 */
public record Reach(
    @Nullable Long audience,
    @Nullable Long likes,
    @Nullable Long shares,
    @Nullable Long replies,
    @Nullable Long views) {

  public Reach {
    audience = counted(audience);
    likes = counted(likes);
    shares = counted(shares);
    replies = counted(replies);
    views = counted(views);
  }

  /** What can't be counted isn't kept. */
  private static @Nullable Long counted(@Nullable Long figure) {
    return figure == null || figure < 0 ? null : figure;
  }

  /** What a post shows of itself. */
  public static Reach of(@Nullable Long likes, @Nullable Long shares, @Nullable Long replies) {
    return new Reach(null, likes, shares, replies, null);
  }
}
