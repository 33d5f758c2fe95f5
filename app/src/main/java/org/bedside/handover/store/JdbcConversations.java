package org.bedside.handover.store;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.handover.Conversation;
import org.bedside.handover.Conversations;
import org.bedside.handover.HandoverRules;
import org.bedside.handover.HandoverState;
import org.bedside.handover.Notices;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcConversations implements Conversations {

  private final JdbcClient jdbc;
  private final Rows rows;
  private final Shelves shelves;
  private final OpenedRows opened;
  private final Deeds deeds;
  private final Notices notices;
  private final Members members;
  private final HandoverRules rules;
  private final Clock clock;

  JdbcConversations(
      JdbcClient jdbc,
      Rows rows,
      Shelves shelves,
      OpenedRows opened,
      Deeds deeds,
      Notices notices,
      Members members,
      HandoverRules rules,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.shelves = shelves;
    this.opened = opened;
    this.deeds = deeds;
    this.notices = notices;
    this.members = members;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(SignedIn who) {
    return who.may(Permission.READ_HANDOVERS)
        && members
            .find(who.id())
            .filter(member -> member.roles().stream().anyMatch(rules.current().readers()::contains))
            .isPresent();
  }

  @Override
  public boolean mayHold(SignedIn who) {
    return who.may(Permission.READ_AUDIT) && mayRead(who);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new AccessDeniedException("Only named roles read private conversations");
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Conversation.Line> list(
      Shelf shelf, @Nullable Instant before, int most, SignedIn who) {
    require(mayRead(who));
    return shelves.list(shelf, before, most);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Shelf, Long> counts() {
    Map<Shelf, Long> counts = new EnumMap<>(Shelf.class);
    for (Shelf shelf : Shelf.values()) {
      counts.put(shelf, shelves.count(shelf));
    }
    return counts;
  }

  @Override
  @Transactional(readOnly = true)
  public long waiting() {
    return shelves.count(Shelf.FOR_US);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean exists(UUID id) {
    return jdbc.sql("select exists (select from handover where id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional
  public Optional<Conversation> read(UUID id, SignedIn who) {
    require(mayRead(who));
    int noted =
        jdbc.sql(
                """
                insert into handover_reading
                  (organization_id, handover_id, member_id, member_name, at)
                select organization_id, id, :member, :name, :now from handover where id = :id
                """)
            .param("member", who.id())
            .param("name", who.name())
            .param("now", Rows.utc(clock.instant()))
            .param("id", id)
            .update();
    if (noted == 0) {
      return Optional.empty();
    }
    deeds.by(who, "handover.read", id, Map.of());
    return Optional.of(opened.read(id));
  }

  @Override
  @Transactional
  public boolean reply(UUID id, String words, SignedIn who) {
    require(mayRead(who));
    Optional<HandoverState> state =
        jdbc.sql("select state, expires_at from handover where id = :id for update")
            .param("id", id)
            .query((row, i) -> rows.state(row))
            .optional()
            .filter(now -> now.isUnderWay() && now != HandoverState.CONSENTED);
    Optional<Safes.Safe> safe = state.flatMap(open -> rows.safe(id));
    if (state.isEmpty() || safe.isEmpty()) {
      return false;
    }
    rows.add(id, safe.get(), words, who.id(), who.name());
    change("state = 'WAITING_FOR_THEM'", "true", id).update();
    deeds.by(who, "handover.replied", id, Map.of());
    if (state.get() == HandoverState.WAITING_FOR_US) {
      opened.notice(id, safe.get()).ifPresent(to -> notices.answered(to.email(), to.language()));
    }
    return true;
  }

  @Override
  @Transactional
  public boolean end(UUID id, SignedIn who) {
    require(mayRead(who));
    return did(
        change(
            """
            state = 'ENDED', ended_by = 'US', ended_at = :now,
            erase_at = :now + make_interval(days => keep_days)
            """,
            "state in ('CONSENTED', 'WAITING_FOR_US', 'WAITING_FOR_THEM')",
            id),
        "handover.ended",
        id,
        who);
  }

  @Override
  @Transactional
  public boolean conclude(UUID id, Conversation.Outcome outcome, String note, SignedIn who) {
    require(mayRead(who));
    Optional<Safes.Safe> safe = rows.safe(id);
    if (safe.isEmpty()) {
      return false;
    }
    // Not a change that others wait for, so the order of the list stays.
    int noted =
        jdbc.sql("update handover set outcome = :outcome, sealed_note = :note where id = :id")
            .param("outcome", outcome.name())
            .param("note", note.isEmpty() ? null : safe.get().seal(note, "note"))
            .param("id", id)
            .update();
    deeds.by(who, "handover.concluded", id, Map.of("value", outcome.name()));
    return noted > 0;
  }

  @Override
  @Transactional
  public boolean hold(UUID id, Conversation.HoldReason reason, SignedIn who) {
    require(mayHold(who));
    return did(
        change(
                "held_at = :now, held_for = :reason, held_by = :name",
                "held_at is null and sealed_key is not null",
                id)
            .param("reason", reason.name())
            .param("name", who.name()),
        "handover.held",
        id,
        who);
  }

  @Override
  @Transactional
  public boolean release(UUID id, SignedIn who) {
    require(mayHold(who));
    return did(
        change("held_at = null, held_for = null, held_by = null", "held_at is not null", id),
        "handover.released",
        id,
        who);
  }

  @Override
  @Transactional
  public boolean erase(UUID id, SignedIn who) {
    require(mayRead(who));
    boolean erased = deeds.erase(id);
    if (erased) {
      deeds.by(who, "handover.erased", id, Map.of());
    }
    return erased;
  }

  private StatementSpec change(String set, String where, UUID id) {
    return jdbc.sql(
            "update handover set changed_at = :now, " + set + " where id = :id and " + where)
        .param("now", Rows.utc(clock.instant()))
        .param("id", id);
  }

  private boolean did(StatementSpec change, String action, UUID id, SignedIn who) {
    boolean done = change.update() > 0;
    if (done) {
      deeds.by(who, action, id, Map.of());
    }
    return done;
  }
}
