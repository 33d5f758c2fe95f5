package org.bedside.inbox.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.inbox.InboxFilter;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;

/**
 * The filter as it stands in the address. What can't be read is left out, so that an old or
 * mistyped address still shows a list.
 *
 * @param state {@code open}, {@code mine}, {@code late}, {@code today}, {@code waiting}, {@code
 *     closed} or {@code all}
 * @param team an id, or {@code mine} for any that the reader is in
 * @param from and until days in the organization's zone, both included
 */
public record InboxParams(
    @Nullable String state,
    @Nullable String source,
    @Nullable String watch,
    @Nullable String sentiment,
    @Nullable String theme,
    @Nullable String rating,
    @Nullable String location,
    @Nullable String assignee,
    @Nullable String team,
    @Nullable String label,
    @Nullable String q,
    @Nullable String from,
    @Nullable String until,
    @Nullable String order) {

  /** Whatever team and labels they have. */
  InboxParams(
      @Nullable String state,
      @Nullable String source,
      @Nullable String watch,
      @Nullable String sentiment,
      @Nullable String theme,
      @Nullable String rating,
      @Nullable String location,
      @Nullable String assignee,
      @Nullable String q,
      @Nullable String from,
      @Nullable String until,
      @Nullable String order) {
    this(
        state, source, watch, sentiment, theme, rating, location, assignee, null, null, q, from,
        until, order);
  }

  /** No team has it: whoever is in none has no cases of a team. */
  private static final UUID NOBODY = new UUID(0, 0);

  /** The part in lower case, or the empty text. */
  static String or(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  boolean isMine() {
    return or(state).equals("mine");
  }

  /** Whether anything beside the state and the order is asked for. */
  public boolean narrows() {
    return !(or(source)
            + or(watch)
            + or(sentiment)
            + or(theme)
            + or(rating)
            + or(location)
            + or(assignee)
            + or(team)
            + or(label)
            + or(q)
            + or(from)
            + or(until))
        .isEmpty();
  }

  /**
   * @param teams that the reader is in
   */
  InboxFilter filter(UUID reader, ZoneId zone, List<UUID> teams) {
    return new InboxFilter(
        switch (or(state)) {
          case "closed" -> InboxFilter.State.CLOSED;
          case "all" -> InboxFilter.State.ANY;
          case "late" -> InboxFilter.State.LATE;
          case "today" -> InboxFilter.State.TODAY;
          case "waiting" -> InboxFilter.State.WAITING;
          case String other -> InboxFilter.State.OPEN;
        },
        uuid(source),
        uuid(watch),
        sentimentLabel(),
        or(theme).isEmpty() ? null : or(theme),
        stars(),
        uuid(location),
        or(location).equals("none"),
        isMine() ? reader : uuid(assignee),
        teams(teams),
        uuid(label),
        or(q).isEmpty() ? null : or(q),
        start(from, zone, 0),
        start(until, zone, 1),
        inOrder());
  }

  /** What is late or due today stands in the order in which it is due, unless another is asked. */
  private InboxFilter.Order inOrder() {
    return switch (or(order)) {
      case "newest" -> InboxFilter.Order.NEWEST;
      case "due" -> InboxFilter.Order.DUE;
      case String other ->
          or(state).equals("late") || or(state).equals("today")
              ? InboxFilter.Order.DUE
              : InboxFilter.Order.PRIORITY;
    };
  }

  private List<UUID> teams(List<UUID> mine) {
    if (or(team).equals("mine")) {
      return mine.isEmpty() ? List.of(NOBODY) : mine;
    }
    UUID one = uuid(team);
    return one == null ? List.of() : List.of(one);
  }

  private @Nullable SentimentLabel sentimentLabel() {
    String wanted = or(sentiment).toUpperCase(Locale.ROOT);
    for (SentimentLabel label : SentimentLabel.values()) {
      if (label.name().equals(wanted)) {
        return label;
      }
    }
    return null;
  }

  private @Nullable Integer stars() {
    String wanted = or(rating);
    return wanted.matches("\\d|10") ? Integer.valueOf(wanted) : null;
  }

  private static @Nullable UUID uuid(@Nullable String value) {
    try {
      return or(value).isEmpty() ? null : UUID.fromString(or(value));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Instant start(@Nullable String day, ZoneId zone, int plusDays) {
    try {
      return or(day).isEmpty()
          ? null
          : LocalDate.parse(or(day)).plusDays(plusDays).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
