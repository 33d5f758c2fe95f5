package org.bedside.improvement.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Group;
import org.bedside.improvement.Improvements.Quote;
import org.bedside.improvement.Period;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A few words of each group, cut out of the posts themselves. */
@Component
class Quotes {

  private static final int MOST = 3;
  private static final int LONGEST = 180;

  /** Some more than are shown: words may repeat, and posts may have been edited. */
  private static final String CHOSEN =
      """
      select * from (
        select s.mention_id, s.post_version, s.theme, s.location_id, c.clinician, s.glad,
          s.ask_start, s.ask_end, s.word_start, s.word_end,
          row_number() over (partition by s.theme, s.location_id, c.clinician, s.glad
            order by s.ask_start is null, s.published_at desc, s.mention_id desc) as place
        from (
          select *, sentiment = 'POSITIVE' and not asks as glad from improvement_said
          where published_at >= :from and published_at < :until and theme = any(:themes)
            and (ask_start is not null or word_start is not null and
              (sentiment = 'NEGATIVE' or sentiment = 'POSITIVE' and not asks))) s
        left join improvement_clinician c on c.mention_id = s.mention_id) chosen
      where place <= 8 order by place
      """;

  private final JdbcClient jdbc;
  private final Mentions mentions;

  Quotes(JdbcClient jdbc, Mentions mentions) {
    this.jdbc = jdbc;
    this.mentions = mentions;
  }

  /** A key that two groups never share. */
  private record Key(
      String theme, @Nullable UUID location, @Nullable String clinician, boolean glad) {

    static Key of(Group group) {
      Clinician clinician = group.topic().clinician();
      return new Key(
          group.topic().theme(),
          group.topic().location(),
          clinician == null ? null : clinician.id(),
          group.side() == Group.Side.LOVED);
    }
  }

  private record Chosen(Key key, long mention, int version, boolean asks, int start, int end) {}

  List<Quote> of(List<Group> groups, Period period) {
    Map<Key, Group> shown =
        groups.stream().collect(Collectors.toMap(Key::of, Function.identity(), (a, b) -> a));
    List<Chosen> chosen =
        jdbc
            .sql(CHOSEN)
            .param("from", JdbcImprovements.at(period.from()))
            .param("until", JdbcImprovements.at(period.until()))
            .param(
                "themes",
                groups.stream()
                    .map(group -> group.topic().theme())
                    .distinct()
                    .toArray(String[]::new))
            .query(
                (row, i) -> {
                  boolean asks = row.getObject("ask_start") != null;
                  String part = asks ? "ask" : "word";
                  return new Chosen(
                      new Key(
                          row.getString("theme"),
                          row.getObject("location_id", UUID.class),
                          row.getString("clinician"),
                          row.getBoolean("glad")),
                      row.getLong("mention_id"),
                      row.getInt("post_version"),
                      asks,
                      row.getInt(part + "_start"),
                      row.getInt(part + "_end"));
                })
            .list()
            .stream()
            .filter(one -> shown.containsKey(one.key()))
            .toList();
    Map<Long, Mention> posts =
        mentions.find(chosen.stream().map(Chosen::mention).distinct().toList()).stream()
            .collect(Collectors.toMap(Mention::id, Function.identity()));
    Map<Key, List<Quote>> quotes = new LinkedHashMap<>();
    for (Chosen one : chosen) {
      Mention post = posts.get(one.mention());
      Group group = Objects.requireNonNull(shown.get(one.key()));
      // offsets of one version mean nothing in another
      if (post != null && post.version() == one.version()) {
        String words = Cut.words(post.text(), one.start(), one.end(), LONGEST);
        List<Quote> those = quotes.computeIfAbsent(one.key(), key -> new ArrayList<>());
        boolean said = those.stream().anyMatch(other -> other.words().equalsIgnoreCase(words));
        if (those.size() < MOST && !words.isEmpty() && !said) {
          those.add(new Quote(group.topic(), one.asks(), words));
        }
      }
    }
    return quotes.values().stream().flatMap(List::stream).toList();
  }
}
