package org.bedside.assessment.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.bedside.assessment.Correction;
import org.bedside.assessment.Judgement;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of assessments and corrections. */
@Component
public class AssessmentRows implements Assessments {

  private static final String STORE =
      """
      insert into assessment (mention_id, organization_id, post_version, assessed_at, document)
      select mention_id, current_organization(), version, ?, document::jsonb
      from unnest(?::bigint[], ?::int[], ?::text[]) as t (mention_id, version, document)
      on conflict (mention_id) do update set post_version = excluded.post_version,
        assessed_at = excluded.assessed_at, document = excluded.document
      """;

  // more than the framework and an organization's own have together
  private static final int MOST_THEMES = 100;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Mentions mentions;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AssessmentRows(
      JdbcClient jdbc,
      JdbcTemplate template,
      Mentions mentions,
      JsonMapper json,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.mentions = mentions;
    this.json = json;
    this.events = events;
    this.clock = clock;
  }

  /** Stores what was understood; earlier corrections stay in force. */
  public List<Assessed> store(List<Mention> of, List<Assessment> assessments) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    template.execute(
        (Connection connection) -> {
          try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setArray(
                2, array(connection, "bigint", of.stream().map(Mention::id).toArray()));
            statement.setArray(
                3, array(connection, "int", of.stream().map(Mention::version).toArray()));
            statement.setArray(
                4,
                array(
                    connection,
                    "text",
                    assessments.stream().map(json::writeValueAsString).toArray()));
            return statement.executeUpdate();
          }
        });
    Map<Long, List<Correction>> corrections = corrections(ids(of));
    List<Assessed> stored = new ArrayList<>(of.size());
    for (int i = 0; i < of.size(); i++) {
      Mention mention = of.get(i);
      stored.add(
          new Assessed(
              mention, assessments.get(i), now, corrections.getOrDefault(mention.id(), List.of())));
    }
    return stored;
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws java.sql.SQLException {
    return connection.createArrayOf(type, values);
  }

  private static List<Long> ids(List<Mention> of) {
    return of.stream().map(Mention::id).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Assessed> find(long mention) {
    return find(List.of(mention)).stream().findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Assessed> find(Collection<Long> ids) {
    record Row(Assessment assessment, Instant at) {}
    Long[] wanted = ids.toArray(Long[]::new);
    Map<Long, Row> rows = new HashMap<>();
    jdbc.sql(
            "select mention_id, document::text, assessed_at from assessment where mention_id ="
                + " any(:ids)")
        .param("ids", wanted)
        .query(
            row -> {
              rows.put(
                  row.getLong("mention_id"),
                  new Row(
                      json.readValue(row.getString("document"), Assessment.class),
                      row.getObject("assessed_at", OffsetDateTime.class).toInstant()));
            });
    Map<Long, Mention> found =
        mentions.find(ids).stream().collect(Collectors.toMap(Mention::id, mention -> mention));
    Map<Long, List<Correction>> corrections = corrections(ids);
    List<Assessed> answer = new ArrayList<>();
    for (Long id : ids) {
      Row row = rows.get(id);
      Mention mention = found.get(id);
      if (row != null && mention != null) {
        answer.add(
            new Assessed(
                mention, row.assessment(), row.at(), corrections.getOrDefault(id, List.of())));
      }
    }
    return answer;
  }

  private Map<Long, List<Correction>> corrections(Collection<Long> ids) {
    Map<Long, List<Correction>> found = new HashMap<>();
    ThemeNames names = ThemeNames.read(jdbc);
    jdbc.sql(
            """
            select mention_id, judgement, was, now, corrected_by_name, corrected_at
            from correction where mention_id = any(:ids) order by id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getLong("mention_id"), id -> new ArrayList<>())
                  .add(correction(row, names));
            });
    return found;
  }

  private static Correction correction(ResultSet row, ThemeNames names) throws SQLException {
    var part = Judgement.Part.valueOf(row.getString("judgement"));
    boolean themes = part == Judgement.Part.THEMES;
    return new Correction(
        part,
        themes ? names.now(row.getString("was")) : row.getString("was"),
        themes ? names.now(row.getString("now")) : row.getString("now"),
        row.getString("corrected_by_name"),
        row.getObject("corrected_at", OffsetDateTime.class).toInstant());
  }

  @Override
  @Transactional
  public void correct(long mention, Judgement.Part part, String value, SignedIn by) {
    Assessed before = find(mention).orElseThrow(() -> new IllegalArgumentException("not assessed"));
    String now = checked(part, value);
    String was = before.judgement().value(part);
    if (was.equals(now)) {
      return;
    }
    jdbc.sql(
            """
            insert into correction (organization_id, mention_id, judgement, was, now, corrected_by,
              corrected_by_name, corrected_at, post_version)
            values (current_organization(), :mention, :part, :was, :now, :by, :name, :at, :version)
            """)
        .param("mention", mention)
        .param("version", before.mention().version())
        .param("part", part.name())
        .param("was", was)
        .param("now", now)
        .param("by", by.id())
        .param("name", by.name())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "assessment.corrected",
            "mention:" + mention,
            Map.of("part", part.name(), "was", was, "now", now)));
    events.publishEvent(new JudgementCorrected(find(mention).orElseThrow(), part));
  }

  private static String checked(Judgement.Part part, String value) {
    return switch (part) {
      case SENTIMENT -> SentimentLabel.valueOf(value).name();
      case URGENCY -> Urgency.Level.valueOf(value).name();
      case THEMES -> {
        Set<String> lines =
            value
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        if (lines.size() > MOST_THEMES || value.length() > 8_000) {
          throw new IllegalArgumentException("too many themes");
        }
        yield String.join("\n", lines);
      }
    };
  }
}
