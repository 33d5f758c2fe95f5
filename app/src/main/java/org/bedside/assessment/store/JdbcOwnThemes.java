package org.bedside.assessment.store;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.assessment.OwnThemeTakenException;
import org.bedside.assessment.OwnThemes;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mentions;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOwnThemes implements OwnThemes {

  private final JdbcClient jdbc;
  private final Mentions mentions;
  private final Understanding understanding;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcOwnThemes(
      JdbcClient jdbc,
      Mentions mentions,
      Understanding understanding,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.mentions = mentions;
    this.understanding = understanding;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Described> all() {
    record Row(UUID id, String name, String text) {}
    Map<UUID, List<String>> examples = new LinkedHashMap<>();
    Map<UUID, String> names = new LinkedHashMap<>();
    jdbc.sql(
            """
            select t.id, t.name, e.text from own_theme t join own_theme_example e
              on e.theme_id = t.id
            where t.removed_at is null order by lower(t.name), t.id, e.number
            """)
        .query(
            (row, i) ->
                new Row(
                    row.getObject("id", UUID.class), row.getString("name"), row.getString("text")))
        .list()
        .forEach(
            row -> {
              names.put(row.id(), row.name());
              examples.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row.text());
            });
    return examples.entrySet().stream()
        .map(of -> new Described(of.getKey(), names.getOrDefault(of.getKey(), ""), of.getValue()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> names() {
    return jdbc.sql("select name from own_theme where removed_at is null order by lower(name), id")
        .query((row, i) -> row.getString(1))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Described> find(UUID id) {
    return all().stream().filter(theme -> theme.id().equals(id)).findFirst();
  }

  @Override
  @Transactional
  public UUID add(OwnTheme theme, SignedIn by) {
    UUID id = UUID.randomUUID();
    if (!isFree(theme.name(), null)) {
      throw new OwnThemeTakenException(null);
    }
    try {
      jdbc.sql(
              """
              insert into own_theme (id, organization_id, name, added_at)
              values (:id, current_organization(), :name, :now)
              """)
          .param("id", id)
          .param("name", theme.name())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new OwnThemeTakenException(e);
    }
    store(id, theme);
    record(by, "assessment.theme-added", id, Map.of("name", theme.name()));
    return id;
  }

  private void store(UUID id, OwnTheme theme) {
    jdbc.sql("delete from own_theme_example where theme_id = :id").param("id", id).update();
    jdbc.sql(
            """
            insert into own_theme_example (organization_id, theme_id, number, text)
            select current_organization(), :id, number, text
            from unnest(:texts::text[]) with ordinality as t (text, number)
            """)
        .param("id", id)
        .param("texts", theme.examples().toArray(String[]::new))
        .update();
  }

  @Override
  @Transactional
  public void change(UUID id, OwnTheme theme, SignedIn by) {
    Described before = find(id).orElse(null);
    if (before == null) {
      return;
    }
    if (!isFree(theme.name(), id)) {
      throw new OwnThemeTakenException(null);
    }
    boolean renamed = !before.name().equals(theme.name());
    if (renamed) {
      rename(id, before.name(), theme.name());
    }
    store(id, theme);
    record(
        by, "assessment.theme-changed", id, Map.of("before", before.name(), "name", theme.name()));
    if (renamed) {
      lookAgain(before.name());
    }
  }

  private void rename(UUID id, String before, String name) {
    try {
      jdbc.sql(
              """
              update own_theme set name = :name,
                former_names = array_append(array_remove(former_names, :before), :before)
              where id = :id
              """)
          .param("name", name)
          .param("before", before)
          .param("id", id)
          .update();
    } catch (DuplicateKeyException e) {
      throw new OwnThemeTakenException(e);
    }
  }

  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    Described before = find(id).orElse(null);
    if (before == null) {
      return;
    }
    jdbc.sql("delete from own_theme_example where theme_id = :id").param("id", id).update();
    jdbc.sql("update own_theme set removed_at = :now where id = :id")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    record(by, "assessment.theme-removed", id, Map.of("name", before.name()));
    lookAgain(before.name());
  }

  /** Mentions that carry a name, by the software's word or a person's. */
  private void lookAgain(String name) {
    mentions.assessAgain(
        jdbc.sql(
                """
                select mention_id from assessment
                where document -> 'themes' @> jsonb_build_array(jsonb_build_object('theme', :name::text))
                union
                select mention_id from correction
                where judgement = 'THEMES' and :name = any(string_to_array(now, E'\\n'))
                """)
            .param("name", name)
            .query((row, i) -> row.getLong(1))
            .list());
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isFree(String name, @Nullable UUID but) {
    String bare = bare(name);
    return understanding.themes().stream().noneMatch(label -> bare(label).equals(bare))
        && all().stream()
            .filter(theme -> !theme.id().equals(but))
            .noneMatch(theme -> bare(theme.name()).equals(bare));
  }

  /** Names that differ only in how they are written would be taken for one. */
  private static String bare(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private void record(SignedIn by, String action, UUID id, Map<String, String> detail) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "theme:" + id, detail));
  }
}
