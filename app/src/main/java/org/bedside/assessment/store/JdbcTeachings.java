package org.bedside.assessment.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bedside.assessment.Judgement;
import org.bedside.assessment.OwnThemes;
import org.bedside.assessment.Teachings;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.understanding.Lesson;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.Post;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes lessons of the rows: nothing is kept apart, so nothing outlives its post. */
@Component
class JdbcTeachings implements Teachings {

  // The first value of each judgement was the software's, the last is what counts.
  private static final String LATEST =
      """
      select mention_id, judgement, (array_agg(was order by id))[1] as was,
        (array_agg(now order by id desc))[1] as now,
        (array_agg(post_version order by id desc))[1] as post_version
      from correction group by mention_id, judgement order by max(id) desc limit :most
      """;

  private final JdbcClient jdbc;
  private final Mentions mentions;
  private final OwnThemes themes;
  private final Understanding understanding;

  JdbcTeachings(JdbcClient jdbc, Mentions mentions, OwnThemes themes, Understanding understanding) {
    this.jdbc = jdbc;
    this.mentions = mentions;
    this.themes = themes;
    this.understanding = understanding;
  }

  private record Corrected(
      long mention, Judgement.Part part, String was, String now, @Nullable Integer version) {}

  private record Taught(Corrected by, Mention mention) {}

  @Override
  @Transactional(readOnly = true)
  public Teaching current() {
    List<Taught> taught = taught();
    return new Teaching(themes(taught), taught.stream().map(JdbcTeachings::lesson).toList());
  }

  @Override
  @Transactional(readOnly = true)
  public List<OwnTheme> themes() {
    return themes(taught());
  }

  private List<Taught> taught() {
    ThemeNames names = ThemeNames.read(jdbc);
    List<Corrected> corrected =
        jdbc.sql(LATEST)
            .param("most", Teaching.MOST_LESSONS)
            .query(
                (row, i) ->
                    new Corrected(
                        row.getLong("mention_id"),
                        Judgement.Part.valueOf(row.getString("judgement")),
                        row.getString("was"),
                        row.getString("now"),
                        row.getObject("post_version", Integer.class)))
            .list();
    if (corrected.isEmpty()) {
      return List.of();
    }
    Map<Long, Mention> posts =
        mentions.find(corrected.stream().map(Corrected::mention).distinct().toList()).stream()
            .collect(Collectors.toMap(Mention::id, mention -> mention));
    List<Taught> taught = new ArrayList<>();
    for (Corrected one : corrected) {
      Mention mention = posts.get(one.mention());
      if (mention != null
          && one.version() != null
          && one.version() == mention.version()
          && !mention.text().isBlank()) {
        taught.add(new Taught(named(one, names), mention));
      }
    }
    Collections.reverse(taught);
    return taught;
  }

  private static Corrected named(Corrected one, ThemeNames names) {
    return one.part() == Judgement.Part.THEMES
        ? new Corrected(
            one.mention(), one.part(), names.now(one.was()), names.now(one.now()), one.version())
        : one;
  }

  private static Lesson lesson(Taught taught) {
    Mention mention = taught.mention();
    // what identifies its author teaches nothing
    Post post = mention.wordsOnly();
    String now = taught.by().now();
    return switch (taught.by().part()) {
      case SENTIMENT -> new Lesson.OfSentiment(post, SentimentLabel.valueOf(now));
      case THEMES -> new Lesson.OfThemes(post, now.lines().toList());
      case URGENCY -> new Lesson.OfUrgency(post, Urgency.Level.valueOf(now));
    };
  }

  private List<OwnTheme> themes(List<Taught> taught) {
    Map<String, List<String>> added = new HashMap<>();
    Map<String, List<String>> taken = new HashMap<>();
    for (Taught one : taught) {
      if (one.by().part() == Judgement.Part.THEMES) {
        List<String> was = one.by().was().lines().toList();
        List<String> now = one.by().now().lines().toList();
        String text = one.mention().text();
        now.stream().filter(name -> !was.contains(name)).forEach(name -> put(added, name, text));
        was.stream().filter(name -> !now.contains(name)).forEach(name -> put(taken, name, text));
      }
    }
    List<String> framework = understanding.themes();
    return themes.all().stream()
        // a later version of the framework may have taken the name
        .filter(theme -> !framework.contains(theme.name()))
        .map(
            theme ->
                new OwnTheme(
                    theme.name(),
                    most(theme.examples(), added.getOrDefault(theme.name(), List.of())),
                    most(List.of(), taken.getOrDefault(theme.name(), List.of()))))
        .toList();
  }

  private static void put(Map<String, List<String>> to, String name, String text) {
    to.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
  }

  /** All given, and as many of the latest others as there is room for. */
  private static List<String> most(List<String> given, List<String> others) {
    List<String> all = new ArrayList<>(given);
    int room = Math.max(0, OwnTheme.MOST - given.size());
    all.addAll(others.subList(Math.max(0, others.size() - room), others.size()));
    return all;
  }
}
