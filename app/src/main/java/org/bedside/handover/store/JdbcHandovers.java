package org.bedside.handover.store;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.api.PublicAddress;
import org.bedside.handover.HandoverRule;
import org.bedside.handover.HandoverRules;
import org.bedside.handover.Handovers;
import org.bedside.handover.Invitation;
import org.bedside.handover.Standing;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcHandovers implements Handovers {

  private static final int LONGEST_SUBJECT = 100;

  private final JdbcClient jdbc;
  private final Rows rows;
  private final Deeds deeds;
  private final HandoverRules rules;
  private final PublicAddress address;
  private final Clock clock;

  JdbcHandovers(
      JdbcClient jdbc,
      Rows rows,
      Deeds deeds,
      HandoverRules rules,
      PublicAddress address,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.deeds = deeds;
    this.rules = rules;
    this.address = address;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Invitation invite(String subjectKind, String subjectId, String language, SignedIn by) {
    if (!by.may(Permission.OPEN_HANDOVERS)) {
      throw new AccessDeniedException("Inviting needs a permission");
    }
    if (!subjectKind.matches("[a-z-]{1,40}")
        || subjectId.isBlank()
        || subjectId.length() > LONGEST_SUBJECT
        || !List.of("en", "es").contains(language)) {
      throw new IllegalArgumentException("An invitation needs a subject and a language.");
    }
    HandoverRule rule = rules.current();
    // The database keeps microseconds; what is told must be what is kept.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant expires = now.plus(Duration.ofDays(rule.linkDays()));
    UUID id = UUID.randomUUID();
    String token = Unguessable.word();
    jdbc.sql(
            """
            insert into handover (id, organization_id, subject_kind, subject_id, language, state,
              token_hash, keep_days, invited_by, invited_name, invited_at, expires_at, changed_at)
            values (:id, current_organization(), :kind, :subject, :language, 'INVITED', :hash,
              :keep, :by, :name, :now, :expires, :now)
            """)
        .param("id", id)
        .param("kind", subjectKind)
        .param("subject", subjectId)
        .param("language", language)
        .param("hash", Unguessable.hash(token))
        .param("keep", rule.keepDays())
        .param("by", by.id())
        .param("name", by.name())
        .param("now", Rows.utc(now))
        .param("expires", Rows.utc(expires))
        .update();
    deeds.by(by, "handover.invited", id, Map.of("about", subjectKind + ":" + subjectId));
    return new Invitation(link(token, language), id, expires);
  }

  /** The language of the public reply is the one that the page begins in. */
  private URI link(String token, String language) {
    String path = "/p/" + token + "?look-language=" + language;
    return URI.create(address.find().map(URI::toString).orElse("") + path);
  }

  // Not a default of the interface: it would run beside the transaction, where no row is seen.
  @Override
  @Transactional(readOnly = true)
  public List<Standing> ofSubject(String subjectKind, String subjectId) {
    return ofSubjects(subjectKind, List.of(subjectId));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Standing> ofSubjects(String subjectKind, Collection<String> subjectIds) {
    return jdbc.sql(
            """
            select id, state, expires_at, changed_at from handover
            where subject_kind = :kind and subject_id = any(:subjects)
            order by invited_at desc, id
            """)
        .param("kind", subjectKind)
        .param("subjects", subjectIds.toArray(String[]::new))
        .query(
            (row, i) ->
                new Standing(
                    row.getObject("id", UUID.class),
                    rows.state(row),
                    Rows.known(row, "changed_at")))
        .list();
  }
}
