package org.bedside.mail.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.mail.LetterKept;
import org.bedside.mail.Letters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcLetters implements Letters {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcLetters(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Kept> latest(State state, int most) {
    return jdbc.sql(
            """
            select id, recipient, subject, created_at, tried_at, next_at, error, error_detail
            from letter where state = :state order by created_at desc, id limit :most
            """)
        .param("state", state.name())
        .param("most", most)
        .query(JdbcLetters::kept)
        .list();
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        Objects.requireNonNull(instant(row, "created_at")),
        instant(row, "tried_at"),
        instant(row, "next_at"),
        row.getString("error"),
        Objects.requireNonNullElse(row.getString("error_detail"), ""));
  }

  @Override
  @Transactional(readOnly = true)
  public long waiting() {
    return count(State.WAITING);
  }

  @Override
  @Transactional(readOnly = true)
  public long failed() {
    return count(State.FAILED);
  }

  private long count(State state) {
    return jdbc.sql("select count(*) from letter where state = :state")
        .param("state", state.name())
        .query((row, i) -> row.getLong(1))
        .single();
  }

  @Override
  @Transactional
  public int again(@Nullable UUID id, SignedIn by) {
    int letters =
        jdbc.sql(
                """
                update letter set state = 'WAITING', attempts = 0, next_at = :now
                where state = 'FAILED' and (:all or id = :id)
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("all", id == null)
            .param("id", id == null ? new UUID(0, 0) : id)
            .update();
    if (letters > 0) {
      events.publishEvent(
          new Auditable(
              by.actor(),
              by.name(),
              "mail.sent-again",
              id == null ? "letters" : "letter:" + id,
              Map.of("letters", Integer.toString(letters))));
      events.publishEvent(new LetterKept(CurrentOrganization.get()));
    }
    return letters;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
