package org.bedside.listening.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.listening.MentionsWaiting;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Received;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.history.Arrivals;
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
  private final StoryRows stories;
  private final PostWithdrawals withdrawals;
  private final IntakeGate gate;
  private final Arrivals arrivals;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcPostIntake(
      JdbcClient jdbc,
      Sources sources,
      CompiledWatches watches,
      PostRows rows,
      StoryRows stories,
      PostWithdrawals withdrawals,
      IntakeGate gate,
      Arrivals arrivals,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.watches = watches;
    this.rows = rows;
    this.stories = stories;
    this.withdrawals = withdrawals;
    this.gate = gate;
    this.arrivals = arrivals;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Received receive(UUID source, List<RawPost> posts) {
    return take(find(source), posts, false);
  }

  @Override
  @Transactional
  public void prepare() {
    watches.currentSet();
  }

  @Override
  @Transactional
  public Received receiveFromStream(UUID source, List<RawPost> posts) {
    Source found = find(source);
    return take(found, posts, found.takes() == Source.Takes.MATCHED);
  }

  private Source find(UUID source) {
    return sources
        .find(source)
        .orElseThrow(() -> new IllegalArgumentException("no such source: " + source));
  }

  private Received take(Source source, List<RawPost> posts, boolean onlyMatching) {
    if (posts.isEmpty()) {
      return new Received(0, 0, 0, List.of());
    }
    UUID sourceId = source.id();
    Instant now = clock.instant();
    arrivals.came(posts.size());
    gate.pass();
    Matches matches = new Matches(source, watches.current());
    BitSet forgotten = onlyMatching ? unmatched(source, posts, matches, now) : new BitSet();
    List<Received.Rejected> rejected = new ArrayList<>();
    Map<String, Normalised> wanted = new LinkedHashMap<>();
    int duplicates = 0;
    for (int i = forgotten.nextClearBit(0); i < posts.size(); i = forgotten.nextClearBit(i + 1)) {
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
    int waiting = mention(source, toMatch, changed.values(), matches, now);
    if (waiting > 0) {
      events.publishEvent(new MentionsWaiting(CurrentOrganization.get(), waiting));
    }
    return new Received(
        fresh.size(), changed.size(), duplicates + known.size() - changed.size(), rejected);
  }

  /**
   * Which of the posts no watch matches, unless they are stored already and may have been edited.
   * Of a whole network's stream that is nearly all, so nothing else is found out about them.
   */
  private BitSet unmatched(Source source, List<RawPost> posts, Matches matches, Instant now) {
    BitSet unmatched = new BitSet(posts.size());
    String[] ids = new String[posts.size()];
    for (int i = 0; i < ids.length; i++) {
      RawPost raw = posts.get(i);
      if (Normalised.problem(raw) == null && matches.none(i, raw, now)) {
        unmatched.set(i);
        ids[i] = Normalised.id(raw);
      }
    }
    if (unmatched.isEmpty()) {
      return unmatched;
    }
    Set<String> kept =
        Set.copyOf(
            jdbc.sql(
                    "select external_id from post"
                        + " where source_id = :source and external_id = any(:ids)")
                .param("source", source.id())
                .param("ids", unmatched.stream().mapToObj(i -> ids[i]).toArray(String[]::new))
                .query((row, i) -> row.getString(1))
                .list());
    if (!kept.isEmpty()) {
      unmatched.stream().filter(i -> kept.contains(ids[i])).forEach(unmatched::clear);
    }
    return unmatched;
  }

  private int mention(
      Source source,
      Map<Normalised, Long> posts,
      Collection<Long> edited,
      Matches matches,
      Instant now) {
    List<MentionRow> mentions = new ArrayList<>();
    List<StoryRows.Told> told = new ArrayList<>();
    posts.forEach(
        (post, id) -> {
          List<UUID> matched = matches.of(post);
          if (source.takes() == Source.Takes.ALL || !matched.isEmpty()) {
            UUID location = post.location() != null ? post.location() : source.location();
            mentions.add(new MentionRow(id, location, matched));
            told.add(new StoryRows.Told(id, post.asPost(source.name()), post.publishedAt()));
          }
        });
    rows.mention(mentions, now);
    stories.tell(told, edited);
    return mentions.size();
  }

  @Override
  @Transactional
  public int withdrawBelow(UUID source, List<String> beginnings) {
    return withdrawals.withdrawBelow(source, beginnings);
  }

  @Override
  @Transactional
  public int withdraw(UUID source, List<String> externalIds) {
    return withdrawals.withdraw(source, externalIds);
  }

  /** Which watches match, found out once for each post that any matches. */
  private static final class Matches {

    private final Source source;
    private final CompiledWatches.Matcher matcher;
    private final Map<Integer, List<UUID>> found = new HashMap<>();

    Matches(Source source, CompiledWatches.Matcher matcher) {
      this.source = source;
      this.matcher = matcher;
    }

    /** Whether there is none for a post that is fit to be stored. */
    boolean none(int index, RawPost raw, Instant now) {
      Post post = Normalised.asPost(raw, source.name(), now);
      List<UUID> watches = matcher.match(post);
      if (!watches.isEmpty()) {
        found.put(index, watches);
      }
      return watches.isEmpty();
    }

    List<UUID> of(Normalised post) {
      return found.computeIfAbsent(post.index(), _ -> matcher.match(post.asPost(source.name())));
    }
  }
}
