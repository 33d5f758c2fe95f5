package org.bedside.improvement.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Plan;
import org.bedside.improvement.StaleTicketException;
import org.bedside.improvement.Ticket;
import org.bedside.improvement.TicketEvent;
import org.bedside.improvement.TicketFile;
import org.bedside.improvement.Tickets;
import org.bedside.improvement.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTickets implements Tickets {

  private static final String STEP =
      ", version = version + 1, changed_at = :now where id = :id and version = :version";

  private final JdbcClient jdbc;
  private final TicketLog log;
  private final Announcements announcements;
  private final Clock clock;

  JdbcTickets(JdbcClient jdbc, TicketLog log, Announcements announcements, Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Ticket> current(int most) {
    return jdbc.sql(TicketRow.SELECT + " where state <> 'CLOSED' order by due, id limit :most")
        .param("most", most)
        .query(TicketRow::of)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Ticket> closed(int most) {
    return jdbc.sql(
            TicketRow.SELECT + " where state = 'CLOSED' order by closed_at desc, id limit :most")
        .param("most", most)
        .query(TicketRow::of)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<TicketFile> find(long id) {
    return ticket(id).map(ticket -> new TicketFile(ticket, log.events(id)));
  }

  private Optional<Ticket> ticket(long id) {
    return jdbc.sql(TicketRow.SELECT + " where id = :id")
        .param("id", id)
        .query(TicketRow::of)
        .optional();
  }

  @Override
  @Transactional
  public long open(Topic topic, Plan plan, SignedIn by) {
    Clinician clinician = topic.clinician();
    long id =
        jdbc.sql(
                """
                insert into improvement_ticket (organization_id, theme, location_id, clinician,
                  clinician_name, title, change, owner, owner_name, due, opened_at, opened_by,
                  changed_at)
                values (current_organization(), :theme, :location, :clinician, :clinician_name,
                  :title, :change, :owner, :owner_name, :due, :now, :by, :now)
                returning id
                """)
            .param("theme", topic.theme())
            .param("location", topic.location(), java.sql.Types.OTHER)
            .param("clinician", clinician == null ? null : clinician.id(), java.sql.Types.VARCHAR)
            .param(
                "clinician_name",
                clinician == null ? null : clinician.name(),
                java.sql.Types.VARCHAR)
            .param("title", plan.title())
            .param("change", plan.change())
            .param("owner", plan.owner())
            .param("owner_name", plan.ownerName())
            .param("due", plan.due())
            .param("by", by.name())
            .param("now", now())
            .query(Long.class)
            .single();
    log.record(id, TicketEvent.Kind.OPENED, "", plan.ownerName(), by);
    announce("ticket.opened", id);
    return id;
  }

  @Override
  @Transactional
  public void change(long id, int version, Plan plan, SignedIn by) {
    Plan was = ticket(id).orElseThrow(StaleTicketException::new).plan();
    if (was.equals(plan)) {
      return;
    }
    require(
        jdbc.sql(
                """
                update improvement_ticket set title = :title, change = :change, owner = :owner,
                  owner_name = :owner_name, due = :due\
                """
                    + STEP)
            .param("title", plan.title())
            .param("change", plan.change())
            .param("owner", plan.owner())
            .param("owner_name", plan.ownerName())
            .param("due", plan.due())
            .param("id", id)
            .param("version", version)
            .param("now", now())
            .update());
    if (!was.title().equals(plan.title())) {
      log.record(id, TicketEvent.Kind.RETITLED, was.title(), plan.title(), by);
    }
    if (!was.change().equals(plan.change())) {
      log.record(id, TicketEvent.Kind.REWORDED, was.change(), plan.change(), by);
    }
    if (!was.due().equals(plan.due())) {
      log.record(id, TicketEvent.Kind.POSTPONED, was.due().toString(), plan.due().toString(), by);
    }
    if (!was.owner().equals(plan.owner())) {
      log.record(id, TicketEvent.Kind.HANDED_OVER, was.ownerName(), plan.ownerName(), by);
      announce("ticket.handed-over", id);
    }
  }

  @Override
  @Transactional
  public void begin(long id, int version, boolean underWay, SignedIn by) {
    require(
        jdbc.sql(
                "update improvement_ticket set state = :state"
                    + STEP
                    + " and state not in (:state, 'CLOSED')")
            .param("state", underWay ? "UNDER_WAY" : "OPEN")
            .param("id", id)
            .param("version", version)
            .param("now", now())
            .update());
    log.record(id, underWay ? TicketEvent.Kind.UNDER_WAY : TicketEvent.Kind.PUT_BACK, "", "", by);
  }

  @Override
  @Transactional
  public void close(long id, int version, String outcome, SignedIn by) {
    String told = Plan.cleaned(outcome, Plan.LONGEST_TEXT);
    if (told.isEmpty()) {
      throw new IllegalArgumentException("A ticket is closed with what came of it.");
    }
    require(
        jdbc.sql(
                "update improvement_ticket set state = 'CLOSED', outcome = :outcome,"
                    + " closed_at = :now"
                    + STEP
                    + " and state <> 'CLOSED'")
            .param("outcome", told)
            .param("id", id)
            .param("version", version)
            .param("now", now())
            .update());
    log.record(id, TicketEvent.Kind.CLOSED, "", told, by);
    announce("ticket.closed", id);
  }

  @Override
  @Transactional
  public void reopen(long id, int version, SignedIn by) {
    require(
        jdbc.sql(
                "update improvement_ticket set state = 'OPEN', outcome = null, closed_at = null"
                    + STEP
                    + " and state = 'CLOSED'")
            .param("id", id)
            .param("version", version)
            .param("now", now())
            .update());
    log.record(id, TicketEvent.Kind.REOPENED, "", "", by);
  }

  private void announce(String event, long id) {
    announcements.announce(event, ticket(id).orElseThrow());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static void require(int updated) {
    if (updated == 0) {
      throw new StaleTicketException();
    }
  }
}
