package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.WatchedWords;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcWatchedWords implements WatchedWords {

  private final JdbcClient jdbc;
  private final Recorded recorded;
  private final Clock clock;

  /** Small lists that seldom change: compiled again when what is stored differs. */
  private final Map<OrganizationId, Compiled> compiled = new ConcurrentHashMap<>();

  private record Compiled(List<WatchedWord> words, WatchSet set) {}

  JdbcWatchedWords(JdbcClient jdbc, Recorded recorded, Clock clock) {
    this.jdbc = jdbc;
    this.recorded = recorded;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<WatchedWord> all() {
    return jdbc.sql("select id, query from inbox_watched_word order by added_at, id limit :most")
        .param("most", MOST)
        .query((row, i) -> new WatchedWord(row.getObject("id", UUID.class), row.getString("query")))
        .list();
  }

  /** All of them, ready to be held against posts; a match is its query itself. */
  WatchSet set() {
    List<WatchedWord> words = all();
    if (words.isEmpty()) {
      return WatchSet.compile(List.of());
    }
    Compiled known = compiled.get(CurrentOrganization.get());
    if (known != null && known.words().equals(words)) {
      return known.set();
    }
    WatchSet set =
        WatchSet.compile(
            words.stream().map(word -> new Watch(word.query(), word.query())).toList());
    compiled.put(CurrentOrganization.get(), new Compiled(words, set));
    return set;
  }

  @Override
  @Transactional(rollbackFor = WatchSyntaxException.class)
  public void add(String query, SignedIn by) throws WatchSyntaxException {
    String clean = query.replace('\u0000', ' ').strip();
    WatchQuery.parse(clean);
    jdbc.sql(
            """
            insert into inbox_watched_word (id, organization_id, query, added_at)
            select :id, current_organization(), :query, :now
            where (select count(*) from inbox_watched_word) < :most
              and not exists (select from inbox_watched_word where query = :query)
            """)
        .param("id", UUID.randomUUID())
        .param("query", clean)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("most", MOST)
        .update();
    recorded.by(by, "inbox.watched-word-added", "watched-word:" + clean, clean);
  }

  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    jdbc.sql("delete from inbox_watched_word where id = :id returning query")
        .param("id", id)
        .query(String.class)
        .optional()
        .ifPresent(
            query -> recorded.by(by, "inbox.watched-word-removed", "watched-word:" + query, query));
  }
}
