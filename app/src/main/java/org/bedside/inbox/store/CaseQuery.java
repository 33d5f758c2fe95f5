package org.bedside.inbox.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.InboxFilter;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the list as SQL; only what is asked for stands in it, so that an index can serve.
 */
final class CaseQuery {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> params = new HashMap<>();
  private final InboxFilter.Order order;

  CaseQuery(InboxFilter filter) {
    order = filter.order();
    InboxFilter.State state = filter.state() == null ? InboxFilter.State.OPEN : filter.state();
    conditions.add(
        switch (state) {
          case OPEN -> "c.state = 'OPEN'";
          case CLOSED -> "c.state = 'CLOSED'";
          case ANY -> "c.state in ('OPEN', 'CLOSED')";
        });
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
    where("c.watches @> array[:watch]::uuid[]", "watch", filter.watch());
    where("c.themes @> array[:theme]::text[]", "theme", filter.theme());
    where("c.rating >= :rating and c.rating < :rating + 1", "rating", filter.rating());
    where("c.published_at >= :from", "from", utc(filter.from()));
    where("c.published_at < :until", "until", utc(filter.until()));
    String text = filter.text();
    where(
        "c.search @@ websearch_to_tsquery('simple', :text)",
        "text",
        text == null || text.isBlank() ? null : text.replace('\u0000', ' '));
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
    String[] parts = token.split("_", 3);
    if (parts.length != 3) {
      return;
    }
    try {
      params.put("afterPriority", Integer.parseInt(parts[0]));
      long micros = Long.parseLong(parts[1]);
      params.put(
          "afterPublished",
          Instant.ofEpochSecond(
                  Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L)
              .atOffset(ZoneOffset.UTC));
      params.put("afterId", Long.parseLong(parts[2]));
    } catch (NumberFormatException e) {
      params.keySet().removeIf(name -> name.startsWith("after"));
      return;
    }
    conditions.add(
        switch (order) {
          case PRIORITY ->
              "(c.priority, c.published_at, c.id)"
                  + " < (:afterPriority::smallint, :afterPublished, :afterId)";
          case NEWEST -> "(c.published_at, c.id) < (:afterPublished, :afterId)";
        });
    if (order == InboxFilter.Order.NEWEST) {
      params.remove("afterPriority");
    }
  }

  static String next(CaseRow last) {
    Instant at = last.publishedAt();
    long micros = at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
    return last.priority().score() + "_" + micros + "_" + last.id();
  }

  String where() {
    return "where " + String.join(" and ", conditions);
  }

  String orderBy() {
    return switch (order) {
      case PRIORITY -> " order by c.priority desc, c.published_at desc, c.id desc";
      case NEWEST -> " order by c.published_at desc, c.id desc";
    };
  }

  Map<String, @Nullable Object> params() {
    return params;
  }
}
