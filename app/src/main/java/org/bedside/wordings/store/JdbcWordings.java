package org.bedside.wordings.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.understanding.Verdict;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Language;
import org.bedside.wordings.Starter;
import org.bedside.wordings.Starters;
import org.bedside.wordings.Wording;
import org.bedside.wordings.WordingCheck;
import org.bedside.wordings.WordingText;
import org.bedside.wordings.Wordings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcWordings implements Wordings {

  private static final String APPROVED =
      " where approved_at is not null and retired_at is null order by lower(name), id";

  private final JdbcClient jdbc;
  private final WordingCheck check;
  private final Contacts contacts;
  private final Starters starters;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcWordings(
      JdbcClient jdbc,
      WordingCheck check,
      Contacts contacts,
      Starters starters,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.check = check;
    this.contacts = contacts;
    this.starters = starters;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Wording> all() {
    return jdbc.sql(WordingRows.SELECT + " order by retired_at is not null, lower(name), id")
        .query(WordingRows::wording)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Wording> approved() {
    return jdbc.sql(WordingRows.SELECT + APPROVED).query(WordingRows::wording).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Wording> find(UUID id) {
    return jdbc.sql(WordingRows.SELECT + " where id = :id")
        .param("id", id)
        .query(WordingRows::wording)
        .optional();
  }

  @Override
  @Transactional
  public UUID add(WordingText text, SignedIn by) {
    UUID id = insert(text, null, check.check(text, contacts.values(null)).worst(), by);
    audit("wordings.added", id, text.name(), by);
    return id;
  }

  @Override
  @Transactional
  public void change(UUID id, WordingText text, SignedIn by) {
    Wording before = find(id).orElse(null);
    if (before == null || before.text().equals(text)) {
      return;
    }
    Verdict.Decision verdict = check.check(text, contacts.values(null)).worst();
    WordingRows.text(
            jdbc.sql(
                """
                update wording set name = :name, tone = :tone, whole = :whole, english = :english,
                  spanish = :spanish, themes = :themes, occasions = :occasions,
                  networks = :networks, verdict = :verdict, changed_by = :by, changed_at = :now,
                  approved_by = null, approved_at = null
                where id = :id
                """),
            text)
        .param("verdict", verdict.name())
        .param("by", by.name())
        .param("now", now())
        .param("id", id)
        .update();
    audit("wordings.changed", id, text.name(), by);
  }

  @Override
  @Transactional
  public Answer approve(UUID id, SignedIn by) {
    return find(id).filter(Wording::waits).map(one -> approve(one, by)).orElse(Answer.NONE);
  }

  @Override
  @Transactional
  public int approveAll(SignedIn by) {
    int approved = 0;
    for (Wording one : all()) {
      if (one.waits() && approve(one, by) == Answer.APPROVED) {
        approved++;
      }
    }
    return approved;
  }

  /** The row may have been written anew meanwhile; then nobody has read what stands there. */
  private Answer approve(Wording wording, SignedIn by) {
    Verdict.Decision verdict = check.check(wording.text(), contacts.values(null)).worst();
    boolean blocked = verdict == Verdict.Decision.BLOCK;
    int rows =
        jdbc.sql(
                """
                update wording set verdict = :verdict, approved_by = :by, approved_at = :now
                where id = :id and changed_at = :read and retired_at is null
                """)
            .param("verdict", verdict.name())
            .param("by", blocked ? null : by.name())
            .param("now", blocked ? null : now())
            .param("id", wording.id())
            .param("read", wording.changedAt().atOffset(ZoneOffset.UTC))
            .update();
    if (rows == 0) {
      return Answer.NONE;
    }
    if (blocked) {
      return Answer.BLOCKED;
    }
    audit("wordings.approved", wording.id(), wording.text().name(), by);
    return Answer.APPROVED;
  }

  @Override
  @Transactional
  public void retire(UUID id, SignedIn by) {
    if (jdbc.sql("update wording set retired_at = :now where id = :id and retired_at is null")
            .param("now", now())
            .param("id", id)
            .update()
        > 0) {
      audit("wordings.retired", id, name(id), by);
    }
  }

  @Override
  @Transactional
  public void restore(UUID id, SignedIn by) {
    if (jdbc.sql(
                """
                update wording set retired_at = null, approved_by = null, approved_at = null
                where id = :id and retired_at is not null
                """)
            .param("id", id)
            .update()
        > 0) {
      audit("wordings.restored", id, name(id), by);
    }
  }

  @Override
  @Transactional
  public int takeOver(Language names, SignedIn by) {
    List<Starter> fresh = fresh();
    for (Starter starter : fresh) {
      // Each is known to pass beside many reviews; whoever approves it has the guard look anew.
      insert(starter.named(names), starter.key(), Verdict.Decision.ALLOW, by);
    }
    if (!fresh.isEmpty()) {
      events.publishEvent(
          new Auditable(
              by.actor(),
              by.name(),
              "wordings.taken-over",
              "organization:" + by.organization(),
              Map.of("wordings", Integer.toString(fresh.size()))));
    }
    return fresh.size();
  }

  @Override
  @Transactional(readOnly = true)
  public int offered() {
    return fresh().size();
  }

  private List<Starter> fresh() {
    Set<String> taken =
        new HashSet<>(
            jdbc.sql("select starter from wording where starter is not null")
                .query(String.class)
                .list());
    return starters.all().stream().filter(one -> !taken.contains(one.key())).toList();
  }

  private UUID insert(
      WordingText text, @Nullable String starter, Verdict.Decision verdict, SignedIn by) {
    UUID id = UUID.randomUUID();
    WordingRows.text(
            jdbc.sql(
                """
                insert into wording (id, organization_id, name, tone, whole, english, spanish,
                  themes, occasions, networks, verdict, starter, changed_by, changed_at)
                values (:id, current_organization(), :name, :tone, :whole, :english, :spanish,
                  :themes, :occasions, :networks, :verdict, :starter, :by, :now)
                on conflict (organization_id, starter) do nothing
                """),
            text)
        .param("id", id)
        .param("verdict", verdict.name())
        .param("starter", starter)
        .param("by", by.name())
        .param("now", now())
        .update();
    return id;
  }

  private String name(UUID id) {
    return find(id).map(one -> one.text().name()).orElse("");
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private void audit(String action, UUID id, String name, SignedIn by) {
    events.publishEvent(
        new Auditable(by.actor(), by.name(), action, "wording:" + id, Map.of("name", name)));
  }
}
