package org.bedside.inbox.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.NamedPeople;
import org.bedside.inbox.NoteLetters;
import org.bedside.inbox.Notes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcNotes implements Notes {

  private static final int MOST_COUNTED = 100;

  private final JdbcClient jdbc;
  private final Members members;
  private final NoteLetters letters;
  private final CaseLog log;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcNotes(
      JdbcClient jdbc,
      Members members,
      NoteLetters letters,
      CaseLog log,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.members = members;
    this.letters = letters;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void add(long caseId, String text, Collection<UUID> people, SignedIn by) {
    long note = log.record(caseId, CaseEvent.Kind.NOTE, text, "", by);
    Set<UUID> asked = new TreeSet<>(people);
    List<Member> all = members.current();
    asked.addAll(NamedPeople.in(text, all));
    ask(note, caseId, all.stream().filter(one -> asked.contains(one.id())).toList(), by);
    tell(caseId, "inbox.note", by);
  }

  /** Nobody asks themselves; whoever was asked by this note before is not asked again. */
  private void ask(long note, long caseId, List<Member> people, SignedIn by) {
    for (Member person : people) {
      int asked =
          person.id().equals(by.id())
              ? 0
              : jdbc.sql(
                      """
                      insert into note_person (organization_id, note_id, member_id, at)
                      values (current_organization(), :note, :member, :now)
                      on conflict do nothing
                      """)
                  .param("note", note)
                  .param("member", person.id())
                  .param("now", now())
                  .update();
      if (asked > 0) {
        letters.ask(person, caseId, by.name());
      }
    }
  }

  @Override
  @Transactional
  public boolean change(long note, String text, SignedIn by) {
    Optional<Written> written = own(note, by);
    if (written.isEmpty()) {
      return false;
    }
    jdbc.sql("update case_event set text = :text, edited_at = :now where id = :note")
        .param("text", text.replace('\u0000', ' '))
        .param("now", now())
        .param("note", note)
        .update();
    long caseId = written.get().caseId();
    log.record(caseId, CaseEvent.Kind.NOTE_CHANGED, text, written.get().text(), by);
    List<Member> all = members.current();
    Set<UUID> named = NamedPeople.in(text, all);
    ask(note, caseId, all.stream().filter(one -> named.contains(one.id())).toList(), by);
    tell(caseId, "inbox.note-changed", by);
    return true;
  }

  @Override
  @Transactional
  public boolean takeBack(long note, SignedIn by) {
    Optional<Written> written = own(note, by);
    if (written.isEmpty()) {
      return false;
    }
    jdbc.sql("update case_event set text = '', deleted_at = :now where id = :note")
        .param("now", now())
        .param("note", note)
        .update();
    jdbc.sql("delete from note_person where note_id = :note").param("note", note).update();
    long caseId = written.get().caseId();
    log.record(caseId, CaseEvent.Kind.NOTE_TAKEN_BACK, "", written.get().text(), by);
    tell(caseId, "inbox.note-taken-back", by);
    return true;
  }

  private record Written(long caseId, String text) {}

  private Optional<Written> own(long note, SignedIn by) {
    return jdbc.sql(
            """
            select case_id, text from case_event
            where id = :note and kind = 'NOTE' and by_id = :by and deleted_at is null
              and at > :since for update
            """)
        .param("note", note)
        .param("by", by.id())
        .param("since", now().minus(CHANGEABLE))
        .query((row, i) -> new Written(row.getLong(1), row.getString(2)))
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Asked> askedOf(SignedIn who, int limit) {
    return jdbc.sql(
            """
            select e.case_id, c.preview, e.text, e.by_name, p.at, p.seen_at
            from note_person p join case_event e on e.id = p.note_id
            join inbox_case c on c.id = e.case_id
            where p.member_id = :who order by p.note_id desc limit :limit
            """)
        .param("who", who.id())
        .param("limit", limit)
        .query(
            (row, i) ->
                new Asked(
                    row.getLong("case_id"),
                    row.getString("preview"),
                    row.getString("text"),
                    row.getString("by_name"),
                    CaseColumns.instant(row, "at"),
                    row.getObject("seen_at") != null))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public int unseen(SignedIn who) {
    return jdbc.sql(
            """
            select count(*) from (select from note_person
              where member_id = :who and seen_at is null limit :most) unseen
            """)
        .param("who", who.id())
        .param("most", MOST_COUNTED)
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional
  public void seen(@Nullable Long caseId, SignedIn who) {
    String these =
        caseId == null
            ? ""
            : " and note_id in (select id from case_event where case_id = :case and kind = 'NOTE')";
    jdbc.sql(
            "update note_person set seen_at = :now where member_id = :who and seen_at is null"
                + these)
        .param("now", now())
        .param("who", who.id())
        .param("case", caseId, java.sql.Types.BIGINT)
        .update();
  }

  /** A note's words stay with the case; the audit says only that there was one. */
  private void tell(long caseId, String action, SignedIn by) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "case:" + caseId, Map.of()));
    events.publishEvent(new CasesChanged(CurrentOrganization.get(), List.of(), List.of(caseId)));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
