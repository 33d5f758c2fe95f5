package org.bedside.channels.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.connecting.Attempt;
import org.bedside.channels.connecting.Attempts;
import org.bedside.channels.connecting.Ticket;
import org.bedside.channels.connecting.Words;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcAttempts implements Attempts {

  private static final String MATCHING =
      """
      word_hash = :word and session_hash = :session and person = :person and expires_at > :now
      """;

  private final JdbcClient jdbc;
  private final Secrets secrets;

  JdbcAttempts(JdbcClient jdbc, Secrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  @Override
  @Transactional
  public void keep(Attempt attempt, Ticket ticket, Instant now, Instant until) {
    forget(jdbc, now);
    UUID id = UUID.randomUUID();
    String json = JsonMapper.shared().writeValueAsString(attempt);
    jdbc.sql(
            """
            insert into channel_attempt (id, organization_id, word_hash, session_hash, person,
              sealed, expires_at)
            values (:id, current_organization(), :word, :session, :person, :sealed, :until)
            """)
        .param("id", id)
        .param("word", Words.hash(ticket.word()))
        .param("session", Words.hash(ticket.session()))
        .param("person", ticket.person())
        .param("sealed", secrets.seal(json, context(id)))
        .param("until", Rows.utc(until))
        .update();
  }

  /** Those that are over, with what they would have gone on with. */
  static void forget(JdbcClient jdbc, Instant now) {
    jdbc.sql("delete from channel_attempt where expires_at <= :now")
        .param("now", Rows.utc(now))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Attempt> look(Ticket ticket, Instant now) {
    return found("select id, sealed from channel_attempt where " + MATCHING, ticket, now);
  }

  @Override
  @Transactional
  public Optional<Attempt> take(Ticket ticket, Instant now) {
    return found(
        "delete from channel_attempt where " + MATCHING + " returning id, sealed", ticket, now);
  }

  private Optional<Attempt> found(String sql, Ticket ticket, Instant now) {
    return jdbc.sql(sql)
        .param("word", Words.hash(ticket.word()))
        .param("session", Words.hash(ticket.session()))
        .param("person", ticket.person())
        .param("now", Rows.utc(now))
        .query((row, i) -> opened(row.getObject("id", UUID.class), row.getBytes("sealed")))
        .optional()
        .flatMap(attempt -> attempt);
  }

  private Optional<Attempt> opened(UUID id, byte[] sealed) {
    try {
      return Optional.of(
          JsonMapper.shared().readValue(secrets.open(sealed, context(id)), Attempt.class));
    } catch (SecretUnreadableException e) {
      return Optional.empty();
    }
  }

  private static String context(UUID id) {
    return "channel-attempt:" + id;
  }
}
