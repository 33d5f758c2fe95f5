package org.bedside.listening.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.bedside.listening.RawPost;
import org.bedside.listening.Silence;
import org.bedside.listening.Silences;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcSilences implements Silences {

  private static final int LAST = 20;

  private static final String QUIET =
      """
      insert into source_quiet as q
        (source_id, organization_id, answer, since, posts, newest, found_at)
      values (:source, current_organization(), :answer, :now, :posts, :newest, :found)
      on conflict (source_id) do update set answer = excluded.answer, posts = excluded.posts,
        newest = excluded.newest, found_at = excluded.found_at,
        since = case when q.answer = excluded.answer
          and q.found_at is not distinct from excluded.found_at
          then q.since else excluded.since end
      """;

  /** What a hub brought in between makes it obsolete. */
  private static final String LATELY =
      """
      select * from source_quiet q where source_id = :source and not exists (
        select from (select received_at from post where source_id = :source
          order by published_at desc, id desc limit :last) l
        where l.received_at > q.since)
      """;

  /**
   * Of each of the posts that came last: whose it was, and whether that watch is as it was then.
   */
  private static final String MATCHED =
      """
      with latest as (select id, received_at from post where source_id = :source
        order by published_at desc, id desc limit :last)
      select coalesce(bool_or(w.state = 'ACTIVE'
          and w.changed_at <= (select max(received_at) from latest)), false) as still,
        array_agg(distinct w.name) filter (where w.id is not null) as names
      from latest l left join mention m on m.post_id = l.id
        left join mention_watch f on f.mention_id = m.id left join watch w on w.id = f.watch_id
      group by l.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcSilences(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void quiet(UUID source, Quiet answer) {
    Instant newest = answer.newest();
    jdbc.sql(QUIET)
        .param("source", source)
        .param("answer", answer.answer().name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("posts", answer.posts())
        .param(
            "newest",
            newest == null ? null : newest.atOffset(ZoneOffset.UTC),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("found", answer.foundAt(), java.sql.Types.VARCHAR)
        .update();
  }

  @Override
  public void news(UUID source) {
    jdbc.sql("delete from source_quiet where source_id = :source").param("source", source).update();
  }

  @Override
  @Transactional(readOnly = true)
  public Silence likely(Source source, SourceHealth health, boolean streamed) {
    Instant ends = health.credentialExpiresAt();
    if (ends != null && ends.isBefore(clock.instant())) {
      return new Silence.AccessEnded(ends);
    }
    Optional<Lately> lately =
        jdbc.sql(LATELY)
            .param("source", source.id())
            .param("last", LAST)
            .query(JdbcSilences::lately)
            .optional();
    if (source.kind() != Source.Kind.FEED) {
      return lately.map(Lately::pushed).orElseGet(Silence.NotPushed::new);
    }
    Instant heard = health.lastSuccessAt();
    Instant silent = health.silentSince();
    if (heard == null || (silent != null && heard.isBefore(silent))) {
      return new Silence.NotAnswered(heard, health.nextAt());
    }
    if (streamed && source.takes() == Source.Takes.MATCHED) {
      return unmatched(source.id());
    }
    return lately.map(Lately::asked).orElseGet(() -> new Silence.NothingNew(null));
  }

  private Silence unmatched(UUID source) {
    boolean listens =
        jdbc.sql("select exists (select from watch where state = 'ACTIVE')")
            .query(Boolean.class)
            .single();
    if (!listens) {
      return new Silence.NoWatch();
    }
    List<Matched> posts =
        jdbc.sql(MATCHED)
            .param("source", source)
            .param("last", LAST)
            .query(JdbcSilences::matched)
            .list();
    List<Matched> changed = posts.stream().filter(post -> !post.still()).toList();
    if (changed.size() * 2 < posts.size()) {
      return new Silence.NothingMatches();
    }
    TreeSet<String> names = new TreeSet<>();
    changed.forEach(post -> names.addAll(post.watches()));
    return new Silence.WatchesChanged(new ArrayList<>(names));
  }

  /** What an answer without new posts was. */
  static Quiet quiet(URI asked, Heard.Posts posts, boolean edited) {
    URI whole = posts.whole();
    @Nullable String elsewhere =
        whole == null || whole.equals(asked) ? null : Normalised.clean(whole.toString());
    Answer answer =
        edited
            ? Answer.EDITED
            : !posts.posts().isEmpty() && whole != null
                ? Answer.REPEATED
                : whole != null ? Answer.EMPTY : Answer.NOTHING;
    return new Quiet(
        answer,
        posts.posts().size(),
        posts.posts().stream()
            .map(RawPost::publishedAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null),
        elsewhere);
  }

  private static Matched matched(ResultSet row, int index) throws SQLException {
    java.sql.Array names = row.getArray("names");
    return new Matched(
        row.getBoolean("still"), names == null ? List.of() : List.of((String[]) names.getArray()));
  }

  private static Lately lately(ResultSet row, int index) throws SQLException {
    OffsetDateTime newest = row.getObject("newest", OffsetDateTime.class);
    return new Lately(
        new Quiet(
            Answer.valueOf(row.getString("answer")),
            row.getInt("posts"),
            newest == null ? null : newest.toInstant(),
            row.getString("found_at")),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }

  private record Matched(boolean still, List<String> watches) {}

  /** Answers of one kind in a row. */
  private record Lately(Quiet quiet, Instant since) {

    Silence pushed() {
      return switch (quiet.answer()) {
        case REPEATED, EDITED -> new Silence.PushedAgain(since);
        case REFUSED -> new Silence.PushedInVain(since);
        case NOTHING, EMPTY -> new Silence.NotPushed();
      };
    }

    Silence asked() {
      @Nullable String elsewhere = quiet.foundAt();
      if (elsewhere != null) {
        return new Silence.Moved(elsewhere, since);
      }
      return switch (quiet.answer()) {
        case NOTHING, REFUSED -> new Silence.NothingNew(since);
        case EMPTY -> new Silence.Empty(since);
        case REPEATED -> new Silence.Repeated(quiet.posts(), quiet.newest(), since);
        case EDITED -> new Silence.Edited(since);
      };
    }
  }
}
