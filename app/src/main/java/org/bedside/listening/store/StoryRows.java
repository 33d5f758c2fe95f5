package org.bedside.listening.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bedside.listening.StoredPost;
import org.bedside.listening.Stories;
import org.bedside.understanding.Post;
import org.bedside.understanding.StoryPrint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the story of posts as they are stored. An organization's stories are told by one
 * transaction at a time, so that the same text from two sources at once is one story; nothing that
 * another transaction holds is waited for.
 */
@Component
class StoryRows implements Stories {

  /** Among those who share a run of words with a post, the likeliest. */
  private static final int COMPARED = 8;

  private static final String CANDIDATES =
      """
      select t.post, k.post_id, count(*) as shared
      from unnest(:posts::bigint[], :keys::bigint[], :ats::text[]) as t (post, key, at)
      cross join lateral (
        select post_id from story_key k
        where k.organization_id = current_organization() and k.key = t.key
          and k.at between t.at::timestamptz - interval '30 days'
            and t.at::timestamptz + interval '30 days'
        order by k.at desc limit 32) k
      where k.post_id <> t.post
      group by t.post, k.post_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  StoryRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A post whose story is to be found, title and text as one. */
  record Told(long id, Post post, Instant at) {}

  private record Link(long story, StoryPrint.@Nullable Kind kind) {}

  private record Candidate(long post, long shared) {}

  /**
   * Finds the story of each post, in the caller's transaction.
   *
   * @param edited those of the posts that may have had another story before
   */
  void tell(List<Told> posts, Collection<Long> edited) {
    if (posts.isEmpty()) {
      return;
    }
    jdbc.sql(
            "select pg_advisory_xact_lock(hashtextextended('story ' || current_organization(), 0))")
        .query((row, i) -> 1)
        .single();
    forget(posts.stream().map(Told::id).filter(edited::contains).toList());
    Map<Long, StoryPrint> prints = new TreeMap<>();
    posts.forEach(told -> prints.put(told.id(), StoryPrint.of(told.post())));
    Keys all = Keys.of(posts, prints);
    file(all);
    Map<Long, List<Candidate>> candidates = candidates(all);
    if (!candidates.isEmpty()) {
      link(prints, candidates);
    }
  }

  /** The keys of all posts as columns. */
  private record Keys(List<Long> posts, List<Long> keys, List<String> ats) {
    static Keys of(List<Told> posts, Map<Long, StoryPrint> prints) {
      Keys all = new Keys(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (Told told : posts) {
        StoryPrint print = prints.get(told.id());
        String at = told.at().toString();
        for (long key : print == null ? new long[0] : print.keys()) {
          all.posts.add(told.id());
          all.keys.add(key);
          all.ats.add(at);
        }
      }
      return all;
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
      return statement
          .param("posts", posts.toArray(Long[]::new))
          .param("keys", keys.toArray(Long[]::new))
          .param("ats", ats.toArray(String[]::new));
    }
  }

  private void forget(Collection<Long> edited) {
    if (!edited.isEmpty()) {
      Long[] ids = edited.toArray(Long[]::new);
      jdbc.sql("delete from story_key where post_id = any(:ids)").param("ids", ids).update();
      jdbc.sql("delete from post_story where post_id = any(:ids)").param("ids", ids).update();
    }
  }

  private void file(Keys all) {
    all.bind(
            jdbc.sql(
                """
                insert into story_key (organization_id, key, at, post_id, useless_from)
                select current_organization(), key, at::timestamptz, post,
                  greatest(at::timestamptz, :now) + interval '30 days'
                from unnest(:posts::bigint[], :keys::bigint[], :ats::text[]) as t (post, key, at)
                """))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Map<Long, List<Candidate>> candidates(Keys all) {
    Map<Long, List<Candidate>> found = new HashMap<>();
    all.bind(jdbc.sql(CANDIDATES))
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getLong("post"), _ -> new ArrayList<>())
                  .add(new Candidate(row.getLong("post_id"), row.getLong("shared")));
            });
    Comparator<Candidate> likeliest =
        Comparator.comparingLong(Candidate::shared).reversed().thenComparingLong(Candidate::post);
    found.replaceAll((post, some) -> some.stream().sorted(likeliest).limit(COMPARED).toList());
    return found;
  }

  private void link(Map<Long, StoryPrint> fresh, Map<Long, List<Candidate>> candidates) {
    Set<Long> wanted = new HashSet<>();
    candidates.values().forEach(some -> some.forEach(one -> wanted.add(one.post())));
    Map<Long, StoryPrint> prints = new HashMap<>(fresh);
    Map<Long, Long> stories = storiesOf(wanted);
    wanted.removeAll(fresh.keySet());
    prints.putAll(stored(wanted));
    Map<Long, Link> links = new LinkedHashMap<>();
    for (Map.Entry<Long, StoryPrint> post : fresh.entrySet()) {
      if (stories.containsKey(post.getKey())) {
        continue;
      }
      best(post.getValue(), candidates.getOrDefault(post.getKey(), List.of()), prints)
          .ifPresent(
              best -> {
                Long story = stories.get(best.post());
                if (story == null) {
                  story = begin();
                  links.put(best.post(), new Link(story, null));
                  stories.put(best.post(), story);
                }
                links.put(post.getKey(), new Link(story, best.kind()));
                stories.put(post.getKey(), story);
              });
    }
    insert(links);
    dropKeysOfQuoting(links);
  }

  private record Best(long post, StoryPrint.Kind kind) {}

  private static Optional<Best> best(
      StoryPrint print, List<Candidate> candidates, Map<Long, StoryPrint> prints) {
    return candidates.stream()
        .filter(one -> prints.containsKey(one.post()))
        .flatMap(
            one ->
                Optional.ofNullable(prints.get(one.post())).flatMap(print::sameStory).stream()
                    .map(kind -> new Best(one.post(), kind)))
        .min(Comparator.comparing(Best::kind).thenComparingLong(Best::post));
  }

  private Map<Long, StoryPrint> stored(Set<Long> posts) {
    Map<Long, StoryPrint> prints = new HashMap<>();
    if (!posts.isEmpty()) {
      jdbc.sql(
              """
              select p.id, p.source_id, s.name as source_name, p.text, p.title, p.question, p.rating,
                p.author, p.url, p.lang, p.country, p.published_at, null::bigint as mention_id
              from post p join source s on s.id = p.source_id
              where p.id = any(:ids) for key share of p skip locked
              """)
          .param("ids", posts.toArray(Long[]::new))
          .query(JdbcListening::post)
          .list()
          .forEach((StoredPost post) -> prints.put(post.id(), StoryPrint.of(post.asPost())));
    }
    return prints;
  }

  private Map<Long, Long> storiesOf(Collection<Long> posts) {
    return pairs(
        "select post_id, story_id from post_story where post_id = any(:ids)", "ids", posts);
  }

  private long begin() {
    return jdbc.sql(
            "insert into story (organization_id, begun_at) values (current_organization(), :now)"
                + " returning id")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private void insert(Map<Long, Link> links) {
    jdbc.sql(
            """
            insert into post_story (organization_id, post_id, story_id, kind)
            select current_organization(), post, story, kind
            from unnest(:posts::bigint[], :stories::bigint[], :kinds::text[])
              as t (post, story, kind)
            """)
        .param("posts", links.keySet().toArray(Long[]::new))
        .param("stories", links.values().stream().map(Link::story).toArray(Long[]::new))
        .param(
            "kinds",
            links.values().stream()
                .map(link -> link.kind() == null ? null : link.kind().name())
                .toArray(String[]::new))
        .update();
  }

  /** Who quotes speaks of other things too; what resembles those is not this story. */
  private void dropKeysOfQuoting(Map<Long, Link> links) {
    Long[] quoting =
        links.entrySet().stream()
            .filter(link -> link.getValue().kind() == StoryPrint.Kind.QUOTED)
            .map(Map.Entry::getKey)
            .toArray(Long[]::new);
    if (quoting.length > 0) {
      jdbc.sql("delete from story_key where post_id = any(:ids)").param("ids", quoting).update();
    }
  }

  @Override
  public Map<Long, Long> of(Collection<Long> mentions) {
    return pairs(
        """
        select m.id, s.story_id from mention m join post_story s on s.post_id = m.post_id
        where m.id = any(:ids)
        """,
        "ids",
        mentions);
  }

  @Override
  public Map<Long, List<Long>> mentions(Collection<Long> stories) {
    Map<Long, List<Long>> found = new HashMap<>();
    pairs(
            """
            select m.id, s.story_id from post_story s join mention m on m.post_id = s.post_id
            where s.story_id = any(:ids) order by m.id
            """,
            "ids",
            stories)
        .forEach(
            (mention, story) -> found.computeIfAbsent(story, _ -> new ArrayList<>()).add(mention));
    return found;
  }

  private Map<Long, Long> pairs(String sql, String name, Collection<Long> ids) {
    Map<Long, Long> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(sql)
          .param(name, ids.toArray(Long[]::new))
          .query(
              row -> {
                found.put(row.getLong(1), row.getLong(2));
              });
    }
    return found;
  }
}
