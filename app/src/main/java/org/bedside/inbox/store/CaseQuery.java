package org.bedside.inbox.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.InboxFilter;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the list as SQL; only what is asked for stands in it, so that an index can serve.
 */
final class CaseQuery {

  private static final String KEYS = "c.id, c.standing, c.published_at, c.due_at";

  private static final String STATE = "c.state = '%s'";

  /** So that no index of half the table is read to find out which of a few rows are open. */
  private static final String STATE_LAST = "(" + STATE + ") is true";

  private final List<String> states;

  /** Any of these; each is read in the order of its index and then merged, as the states are. */
  private final List<UUID> teams;

  private final List<String> conditions = new ArrayList<>();

  /** Those for which no index is in the order of the list. */
  private final List<String> searches = new ArrayList<>();

  private final Map<String, @Nullable Object> params = new HashMap<>();
  private final InboxFilter.Order order;

  /**
   * @param now before which what is due is late
   * @param endOfDay of the organization
   */
  CaseQuery(InboxFilter filter, Instant now, Instant endOfDay) {
    order = filter.order();
    InboxFilter.State state = filter.state() == null ? InboxFilter.State.OPEN : filter.state();
    states =
        switch (state) {
          case OPEN -> List.of("OPEN");
          case CLOSED -> List.of("CLOSED");
          case ANY -> List.of("OPEN", "CLOSED");
          case LATE, TODAY, WAITING -> List.of("OPEN");
        };
    where("c.due_at < :lateAt", "lateAt", state == InboxFilter.State.LATE ? utc(now) : null);
    if (state == InboxFilter.State.TODAY) {
      where("c.due_at >= :dueFrom", "dueFrom", utc(now));
      where("c.due_at < :dueUntil", "dueUntil", utc(endOfDay));
    }
    if (state == InboxFilter.State.WAITING) {
      conditions.add("c.waiting_since is not null");
    }
    teams = filter.teams();
    for (int i = 0; i < teams.size(); i++) {
      params.put("team" + i, teams.get(i));
    }
    where("c.source_id = :source", "source", filter.source());
    where("c.location_id = :location", "location", filter.location());
    if (filter.withoutLocation()) {
      conditions.add("c.location_id is null");
    }
    where("c.assignee = :assignee", "assignee", filter.assignee());
    where(
        "c.sentiment = :sentiment",
        "sentiment",
        filter.sentiment() == null ? null : filter.sentiment().name());
    where("c.stars = :rating", "rating", filter.rating());
    where("c.published_at >= :from", "from", utc(filter.from()));
    where("c.published_at < :until", "until", utc(filter.until()));
    search("c.labels @> array[:label]::uuid[]", "label", filter.label());
    search("c.watches @> array[:watch]::uuid[]", "watch", filter.watch());
    search("c.themes @> array[:theme]::text[]", "theme", filter.theme());
    String text = filter.text();
    search(
        "c.search @@ websearch_to_tsquery('simple', :text)",
        "text",
        text == null || text.isBlank() ? null : text.replace('\u0000', ' '));
  }

  private void search(String condition, String name, @Nullable Object value) {
    if (value != null) {
      searches.add(condition);
      params.put(name, value);
    }
  }

  private void where(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      params.put(name, value);
    }
  }

  private static @Nullable Object utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Continues after the row that {@link #next} was made of. */
  void after(String token) {
    String[] parts = token.split("_", 4);
    if (parts.length < 3) {
      return;
    }
    try {
      params.put("afterPriority", Integer.parseInt(parts[0]));
      params.put(
          "afterPublished",
          Instant.parse(micros(Long.parseLong(parts[1]))).atOffset(ZoneOffset.UTC));
      params.put("afterId", Long.parseLong(parts[2]));
      if (order == InboxFilter.Order.DUE) {
        params.put("afterDue", parts.length == 4 ? micros(Long.parseLong(parts[3])) : "infinity");
      }
    } catch (NumberFormatException e) {
      params.keySet().removeIf(name -> name.startsWith("after"));
      return;
    }
    conditions.add(
        switch (order) {
          case PRIORITY ->
              "(c.standing, c.published_at, c.id)"
                  + " < (:afterPriority::smallint, :afterPublished, :afterId)";
          case NEWEST -> "(c.published_at, c.id) < (:afterPublished, :afterId)";
          case DUE -> "(c.due_at, c.id) > (:afterDue::timestamptz, :afterId)";
        });
    if (order != InboxFilter.Order.PRIORITY) {
      params.remove("afterPriority");
    }
  }

  static String next(CaseRow last) {
    Instant due = last.clock().due();
    return last.priority().score()
        + "_"
        + micros(last.publishedAt())
        + "_"
        + last.id()
        + (due == null ? "" : "_" + micros(due));
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
  }

  private static String micros(long micros) {
    return Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L)
        .toString();
  }

  /** Whether something is asked for that {@link #inOrder} would look for row by row. */
  boolean searches() {
    return !searches.isEmpty();
  }

  /** Whether the list runs down the bands, so that each can be read by itself. */
  boolean byPriority() {
    return order == InboxFilter.Order.PRIORITY;
  }

  /** Whether cases of a band can follow after the row that the list continues from. */
  boolean reaches(Band band) {
    return !(params.get("afterPriority") instanceof Integer priority) || priority >= band.least();
  }

  /**
   * The ids of the cases asked for, in order, at most {@code :limit}. Each state is read in the
   * order of its index and the two are merged, which no condition on both states at once would do.
   */
  String inOrder() {
    return ordered(inEachState(KEYS, STATE, conditions, orderBy() + " limit :limit"));
  }

  /**
   * As {@link #inOrder}, of those among the first {@code :among} by the other conditions; with a
   * band, of those in it.
   */
  String amongFirst(@Nullable Band band) {
    String first =
        inEachState(
            KEYS + ", c.search, c.themes, c.watches, c.labels",
            STATE,
            and(conditions, band),
            orderBy() + " limit :among");
    return ordered(first + " where " + String.join(" and ", searches));
  }

  /** As {@link #inOrder} within the bands, but found by the words first and put in order then. */
  String gathered(List<Band> bands) {
    return bands.stream()
        .map(band -> inEachState(KEYS, STATE_LAST, and(all(), band), ""))
        .collect(
            Collectors.joining(
                " union all ", "select * from (", ") c" + orderBy() + " limit :limit"));
  }

  private static List<String> and(List<String> conditions, @Nullable Band band) {
    return band == null
        ? conditions
        : Stream.concat(conditions.stream(), Stream.of(band.condition())).toList();
  }

  /** A row for each of the cases asked for, in no order, at most {@code :limit}. */
  String some() {
    return inEachState("1", STATE, all(), " limit :limit") + " limit :limit";
  }

  private List<String> all() {
    return Stream.concat(conditions.stream(), searches.stream()).toList();
  }

  private String ordered(String found) {
    return found + orderBy() + " limit :limit";
  }

  private String inEachState(String columns, String inState, List<String> conditions, String end) {
    return states.stream()
        .map(inState::formatted)
        .flatMap(this::ofEachTeam)
        .map(
            which ->
                "(select "
                    + columns
                    + " from inbox_case c where "
                    + which
                    + conditions.stream().map(" and "::concat).collect(Collectors.joining())
                    + end
                    + ")")
        .collect(Collectors.joining(" union all ", "select * from (", ") c"));
  }

  private Stream<String> ofEachTeam(String inState) {
    return teams.isEmpty()
        ? Stream.of(inState)
        : IntStream.range(0, teams.size()).mapToObj(i -> inState + " and c.team_id = :team" + i);
  }

  String orderBy() {
    return switch (order) {
      case PRIORITY -> " order by c.standing desc, c.published_at desc, c.id desc";
      case NEWEST -> " order by c.published_at desc, c.id desc";
      case DUE -> " order by c.due_at, c.id";
    };
  }

  Map<String, @Nullable Object> params() {
    return params;
  }
}
