package org.bedside.privacy.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.Overrides;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOverrides implements Overrides {

  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcOverrides(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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
              insert into guard_override (organization_id, subject, words_hash, reason, asked_by,
                asked_name, asked_at)
              values (current_organization(), :subject, :hash, :reason, :by, :name, :now)
              on conflict (organization_id, subject, words_hash) do update
                set reason = excluded.reason, asked_by = excluded.asked_by,
                  asked_name = excluded.asked_name, asked_at = excluded.asked_at
              """)
          .param("subject", subject)
          .param("hash", hash)
          .param("reason", reason)
          .param("by", by.actor())
          .param("name", by.name())
          .param("now", now)
          .update();
    }
    return first;
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
