package org.bedside.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to show; every part may be absent. It lives in the URL.
 *
 * @param state OPEN where absent
 * @param rating whole stars
 * @param withoutLocation only what is about no known place; {@code location} is null then
 * @param teams of any of these; empty for all
 * @param text words to search for, in the syntax of {@code websearch_to_tsquery}
 * @param from published at or after
 * @param until published before
 */
public record InboxFilter(
    @Nullable State state,
    @Nullable UUID source,
    @Nullable UUID watch,
    @Nullable SentimentLabel sentiment,
    @Nullable String theme,
    @Nullable Integer rating,
    @Nullable UUID location,
    boolean withoutLocation,
    @Nullable UUID assignee,
    List<UUID> teams,
    @Nullable UUID label,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant until,
    Order order) {

  public static final InboxFilter NONE =
      new InboxFilter(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          false,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          Order.PRIORITY);

  public InboxFilter {
    teams = List.copyOf(teams);
  }

  /** The same for cases of that state. */
  public InboxFilter in(@Nullable State wanted) {
    return new InboxFilter(
        wanted,
        source,
        watch,
        sentiment,
        theme,
        rating,
        location,
        withoutLocation,
        assignee,
        teams,
        label,
        text,
        from,
        until,
        order);
  }

  /** The same for cases of any of these teams. */
  public InboxFilter ofTeams(List<UUID> wanted) {
    return new InboxFilter(
        state,
        source,
        watch,
        sentiment,
        theme,
        rating,
        location,
        withoutLocation,
        assignee,
        wanted,
        label,
        text,
        from,
        until,
        order);
  }

  /** The same for cases with that label. */
  public InboxFilter labelled(@Nullable UUID wanted) {
    return new InboxFilter(
        state,
        source,
        watch,
        sentiment,
        theme,
        rating,
        location,
        withoutLocation,
        assignee,
        teams,
        wanted,
        text,
        from,
        until,
        order);
  }

  /** The same with words to search for. */
  public InboxFilter saying(@Nullable String wanted) {
    return new InboxFilter(
        state,
        source,
        watch,
        sentiment,
        theme,
        rating,
        location,
        withoutLocation,
        assignee,
        teams,
        label,
        wanted,
        from,
        until,
        order);
  }

  /** The same in that order. */
  public InboxFilter by(Order wanted) {
    return new InboxFilter(
        state,
        source,
        watch,
        sentiment,
        theme,
        rating,
        location,
        withoutLocation,
        assignee,
        teams,
        label,
        text,
        from,
        until,
        wanted);
  }

  public enum State {
    OPEN,
    CLOSED,
    ANY,
    /** Open and overdue. */
    LATE,
    /** Open, not overdue, and to be answered before the day ends. */
    TODAY,
    /** Open, answered, and its writer hasn't come back. */
    WAITING
  }

  public enum Order {
    /** What matters first. */
    PRIORITY,
    NEWEST,
    /** What is to be answered soonest first, what has no target last. */
    DUE
  }
}
