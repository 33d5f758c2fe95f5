package org.bedside.privacy.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.OrganizationId;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.Overrides;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOverrides implements Overrides {

  private static final int MOST = 100;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Overdue overdue;
  private final ApplicationEventPublisher events;

  JdbcOverrides(JdbcClient jdbc, Clock clock, Overdue overdue, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.overdue = overdue;
    this.events = events;
  }

  @Override
  @Transactional
  public Optional<Asked> second(String subject, String words, String reason, SignedIn by) {
    String hash = hash(words.strip());
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Optional<Asked> first =
        jdbc.sql(
                """
                delete from guard_override
                where subject = :subject and words_hash = :hash and asked_by <> :by
                  and asked_at > :oldest
                returning reason, asked_by, asked_name
                """)
            .param("subject", subject)
            .param("hash", hash)
            .param("by", by.actor())
            .param("oldest", now.minus(LONGEST_WAIT))
            .query((row, number) -> new Asked(row.getString(1), row.getString(2), row.getString(3)))
            .optional();
    if (first.isEmpty()) {
      jdbc.sql(
              """
              insert into guard_override (organization_id, subject, words_hash, words, reason, asked_by,
                asked_name, asked_at)
              values (current_organization(), :subject, :hash, :words, :reason, :by, :name, :now)
              on conflict (organization_id, subject, words_hash) do update
                set reason = excluded.reason, asked_by = excluded.asked_by,
                  asked_name = excluded.asked_name, asked_at = excluded.asked_at
              """)
          .param("subject", subject)
          .param("hash", hash)
          .param("words", words.strip())
          .param("reason", reason)
          .param("by", by.actor())
          .param("name", by.name())
          .param("now", now)
          .update();
    }
    return first;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> waiting(SignedIn reader) {
    return jdbc.sql(
            """
            select id, subject, words, reason, asked_name, asked_at, asked_by = :reader
            from guard_override where asked_at > :oldest order by asked_at, id limit :most
            """)
        .param("reader", reader.actor())
        .param("oldest", oldest(clock.instant()).atOffset(ZoneOffset.UTC))
        .param("most", MOST)
        .query(
            (row, i) ->
                new Waiting(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    row.getBoolean(7)))
        .list();
  }

  @Override
  @Transactional
  public boolean refuse(UUID id, SignedIn by) {
    Optional<String> subject =
        jdbc.sql("delete from guard_override where id = :id returning subject")
            .param("id", id)
            .query(String.class)
            .optional();
    subject.ifPresent(
        about ->
            events.publishEvent(
                new Auditable(
                    by.actor(),
                    by.name(),
                    "privacy.override-refused",
                    about.contains(":") ? about : "mention:" + about,
                    Map.of("request", id.toString()))));
    return subject.isPresent();
  }

  @Override
  @Transactional
  public int sweep(Instant now) {
    return jdbc.sql("delete from guard_override where asked_at <= :oldest")
        .param("oldest", oldest(now).atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<OrganizationId> due(Instant now) {
    return overdue.since(oldest(now));
  }

  private static Instant oldest(Instant now) {
    return now.minus(LONGEST_WAIT);
  }

  private static String hash(String words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
