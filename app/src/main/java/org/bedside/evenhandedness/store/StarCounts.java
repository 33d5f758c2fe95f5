package org.bedside.evenhandedness.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.evenhandedness.Days;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.evenhandedness.StarCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts reviews and what was done to them. Called inside a transaction. */
@Component
class StarCounts {

  /** Stands for reviews without stars where a number is needed. */
  private static final int UNRATED = 0;

  private final JdbcClient jdbc;

  StarCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Reviews(int stars, long all, long actedOn) {}

  private record Acted(int stars, @Nullable String act, @Nullable String reason, long reviews) {}

  List<StarCount> of(Days published) {
    Map<Integer, Reviews> reviews = new HashMap<>();
    reviews(published).forEach(one -> reviews.put(one.stars(), one));
    List<Acted> acted = acted(published);
    List<StarCount> counts = new ArrayList<>();
    for (int stars = 1; stars <= 5; stars++) {
      counts.add(count(stars, stars, reviews, acted));
    }
    counts.add(count(UNRATED, null, reviews, acted));
    return counts;
  }

  private static StarCount count(
      int key, @Nullable Integer stars, Map<Integer, Reviews> reviews, List<Acted> acted) {
    Map<ModerationAct, Long> byAct = new EnumMap<>(ModerationAct.class);
    Map<ModerationReason, Long> byReason = new EnumMap<>(ModerationReason.class);
    for (Acted one : acted) {
      if (one.stars() == key) {
        if (one.act() != null) {
          byAct.put(ModerationAct.valueOf(one.act()), one.reviews());
        }
        if (one.reason() != null) {
          byReason.put(ModerationReason.valueOf(one.reason()), one.reviews());
        }
      }
    }
    Reviews all = reviews.getOrDefault(key, new Reviews(key, 0, 0));
    return new StarCount(stars, all.all(), all.actedOn(), byAct, byReason);
  }

  private List<Reviews> reviews(Days published) {
    return jdbc.sql(
            """
            select coalesce(stars, 0) as stars, count(*) as reviews,
              count(*) filter (where acted_on) as acted_on
            from review_fact where published_at >= :from and published_at < :until
            group by stars
            """)
        .param("from", published.from())
        .param("until", published.until())
        .query(
            (row, i) ->
                new Reviews(row.getInt("stars"), row.getLong("reviews"), row.getLong("acted_on")))
        .list();
  }

  /** By act, taking back among them; by reason only of what acted on a review. */
  private List<Acted> acted(Days published) {
    return jdbc.sql(
            """
            select coalesce(f.stars, 0) as stars, e.act, e.reason,
              count(distinct f.mention_id) as reviews
            from review_fact f join moderation_entry e on e.mention_id = f.mention_id
            where f.acted_on and f.published_at >= :from and f.published_at < :until
            group by grouping sets ((f.stars, e.act), (f.stars, e.reason))
            """)
        .param("from", published.from())
        .param("until", published.until())
        .query(
            (row, i) ->
                new Acted(
                    row.getInt("stars"),
                    row.getString("act"),
                    row.getString("reason"),
                    row.getLong("reviews")))
        .list();
  }
}
