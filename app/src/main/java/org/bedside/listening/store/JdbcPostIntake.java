package org.bedside.listening.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.listening.MentionsWaiting;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Received;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.understanding.Post;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcPostIntake implements PostIntake {

  private final JdbcClient jdbc;
  private final Sources sources;
  private final CompiledWatches watches;
  private final PostRows rows;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcPostIntake(
      JdbcClient jdbc,
      Sources sources,
      CompiledWatches watches,
      PostRows rows,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.watches = watches;
    this.rows = rows;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Received receive(UUID sourceId, List<RawPost> posts) {
    Source source =
        sources
            .find(sourceId)
            .orElseThrow(() -> new IllegalArgumentException("no such source: " + sourceId));
    Instant now = clock.instant();
    List<Received.Rejected> rejected = new ArrayList<>();
    Map<String, Normalised> wanted = new LinkedHashMap<>();
    int duplicates = 0;
    for (int i = 0; i < posts.size(); i++) {
      String problem = Normalised.problem(posts.get(i));
      if (problem != null) {
        rejected.add(new Received.Rejected(i, problem));
        continue;
      }
      Normalised post = Normalised.of(i, posts.get(i), now);
      if (wanted.putIfAbsent(post.externalId(), post) != null) {
        duplicates++;
      }
    }
    Map<String, Long> fresh = rows.insertNew(sourceId, List.copyOf(wanted.values()), now);
    List<Normalised> known =
        wanted.values().stream().filter(post -> !fresh.containsKey(post.externalId())).toList();
    Map<Normalised, Long> changed = rows.replaceEdited(sourceId, known, now);
    rows.count(sourceId, List.copyOf(wanted.values()), now);
    Map<Normalised, Long> toMatch = new LinkedHashMap<>(changed);
    // In the order of the source, so that ids rise with it.
    for (Normalised post : wanted.values()) {
      Long id = fresh.get(post.externalId());
      if (id != null) {
        toMatch.put(post, id);
      }
    }
    int waiting = mention(source, toMatch, now);
    if (waiting > 0) {
      events.publishEvent(new MentionsWaiting(CurrentOrganization.get(), waiting));
    }
    return new Received(
        fresh.size(), changed.size(), duplicates + known.size() - changed.size(), rejected);
  }

  private int mention(Source source, Map<Normalised, Long> posts, Instant now) {
    if (posts.isEmpty()) {
      return 0;
    }
    CompiledWatches.Matcher matcher = watches.current();
    List<MentionRow> mentions = new ArrayList<>();
    posts.forEach(
        (post, id) -> {
          List<UUID> matched = matcher.match(asPost(source, post));
          if (source.takes() == Source.Takes.ALL || !matched.isEmpty()) {
            UUID location = post.location() != null ? post.location() : source.location();
            mentions.add(new MentionRow(id, location, matched));
          }
        });
    rows.mention(mentions, now);
    return mentions.size();
  }

  private static Post asPost(Source source, Normalised post) {
    String words = post.title() == null ? post.text() : post.title() + "\n" + post.text();
    return new Post(
        post.externalId(),
        words,
        post.question(),
        post.rating(),
        post.author(),
        post.url(),
        source.name(),
        post.lang(),
        post.country(),
        post.publishedAt());
  }

  @Override
  @Transactional
  public int withdraw(UUID source, List<String> externalIds) {
    String[] ids = externalIds.toArray(String[]::new);
    List<Long> mentions =
        jdbc.sql(
                """
                select m.id from mention m join post p on p.id = m.post_id
                where p.source_id = :source and p.external_id = any(:ids)
                """)
            .param("source", source)
            .param("ids", ids)
            .query((row, i) -> row.getLong(1))
            .list();
    if (!mentions.isEmpty()) {
      events.publishEvent(new MentionsWithdrawn(mentions));
    }
    List<String> gone =
        jdbc.sql(
                "delete from post where source_id = :source and external_id = any(:ids)"
                    + " returning external_id")
            .param("source", source)
            .param("ids", ids)
            .query((row, i) -> row.getString(1))
            .list();
    for (String id : gone) {
      events.publishEvent(
          new Auditable(
              "system",
              "Bedside",
              "listening.deleted-at-source",
              "source:" + source,
              Map.of("post", id)));
    }
    return gone.size();
  }
}
