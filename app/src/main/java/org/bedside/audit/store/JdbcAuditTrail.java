package org.bedside.audit.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.audit.AuditEntry;
import org.bedside.audit.AuditTrail;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each entry's hash covers the one before it, so that a changed, removed or inserted line breaks
 * the chain from there on.
 */
@Component
class JdbcAuditTrail implements AuditTrail {

  private static final String COLUMNS =
      "number, at, actor, actor_name, action, subject, detail::text as detail";
  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  JdbcAuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(Auditable event) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit ' || :organization, 0))")
        .param("organization", CurrentOrganization.get().toString())
        .query((row, i) -> 1)
        .single();
    Last last =
        jdbc.sql("select number, hash from audit_entry order by number desc limit 1")
            .query((row, i) -> new Last(row.getLong("number"), row.getString("hash")))
            .optional()
            .orElse(new Last(0, ""));
    AuditEntry entry =
        new AuditEntry(
            last.number() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            event.actor(),
            event.actorName(),
            event.action(),
            event.subject(),
            new TreeMap<>(event.detail()));
    jdbc.sql(
            """
            insert into audit_entry
              (organization_id, number, at, actor, actor_name, action, subject, detail, hash)
            values (current_organization(), :number, :at, :actor, :actorName, :action, :subject,
              :detail::jsonb, :hash)
            """)
        .param("number", entry.number())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("actorName", entry.actorName())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("detail", json.writeValueAsString(entry.detail()))
        .param("hash", hash(entry, last.hash()))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<AuditEntry> latest(long beforeNumber, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from audit_entry where number < :before order by number desc limit :limit")
        .param("before", beforeNumber)
        .param("limit", limit)
        .query(this::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<AuditEntry> about(String subject) {
    return jdbc.sql(
            "select " + COLUMNS + " from audit_entry where subject = :subject order by number")
        .param("subject", subject)
        .query(this::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long firstBroken() {
    record Checked(AuditEntry entry, String hash) {}
    String before = "";
    long expected = 1;
    try (var lines =
        jdbc
            .sql("select " + COLUMNS + ", hash from audit_entry order by number")
            .query((row, i) -> new Checked(entry(row, i), row.getString("hash")))
            .stream()) {
      for (Checked line : (Iterable<Checked>) lines::iterator) {
        if (line.entry().number() != expected || !line.hash().equals(hash(line.entry(), before))) {
          return expected;
        }
        before = line.hash();
        expected++;
      }
    }
    return 0;
  }

  private AuditEntry entry(ResultSet row, int index) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("action"),
        row.getString("subject"),
        new TreeMap<>(json.readValue(row.getString("detail"), DETAIL)));
  }

  private String hash(AuditEntry entry, String before) {
    Instant at = entry.at();
    String line =
        String.join(
            "\u0000",
            before,
            Long.toString(entry.number()),
            at.toString(),
            entry.actor(),
            entry.actorName(),
            entry.action(),
            entry.subject(),
            json.writeValueAsString(entry.detail()));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record Last(long number, String hash) {}
}
