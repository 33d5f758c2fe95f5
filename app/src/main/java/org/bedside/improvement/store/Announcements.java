package org.bedside.improvement.store;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.hooks.Hook;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Ticket;
import org.bedside.improvement.TicketHook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down, in the transaction of a change, that the organization's address is to be told of it.
 * What is told holds no words of posts, nobody who wrote one, and nothing that people wrote into
 * the ticket but its title.
 */
@Component
class Announcements {

  private final TicketHook hook;
  private final Locations locations;
  private final JsonMapper json;
  private final Clock clock;

  Announcements(TicketHook hook, Locations locations, JsonMapper json, Clock clock) {
    this.hook = hook;
    this.locations = locations;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Does nothing where nobody is to be told.
   *
   * @param event such as {@code ticket.opened}
   */
  void announce(String event, Ticket ticket) {
    UUID told = hook.find().map(Hook::id).orElse(null);
    if (told == null) {
      return;
    }
    UUID key = UUID.randomUUID();
    Instant now = clock.instant();
    String body = json.writeValueAsString(body(key, event, ticket, now));
    hook.tell(told, key, event, ticket.id(), body);
  }

  private Map<String, Object> body(UUID key, String event, Ticket ticket, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", key.toString());
    body.put("event", event);
    body.put("at", now.toString());
    body.put("organization", CurrentOrganization.get().toString());
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("id", ticket.id());
    told.put("version", ticket.version());
    told.put("title", ticket.plan().title());
    told.put("state", ticket.state().name());
    told.put("theme", ticket.topic().theme());
    told.put("location", location(ticket.topic().location()));
    Clinician clinician = ticket.topic().clinician();
    told.put("clinician", clinician == null ? null : clinician.id());
    told.put(
        "owner", Map.of("id", ticket.plan().owner().toString(), "name", ticket.plan().ownerName()));
    told.put("due", ticket.plan().due().toString());
    Instant closed = ticket.closedAt();
    told.put("closedAt", closed == null ? null : closed.toString());
    body.put("ticket", told);
    return body;
  }

  private @Nullable Map<String, String> location(@Nullable UUID id) {
    if (id == null) {
      return null;
    }
    return Map.of("id", id.toString(), "name", locations.find(id).map(Location::name).orElse(""));
  }
}
