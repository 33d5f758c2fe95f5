package org.bedside.directory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.directory.Location;
import org.bedside.directory.LocationNameTakenException;
import org.bedside.directory.Locations;
import org.bedside.directory.LocationsChanged;
import org.bedside.identity.OrganizationFounded;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcLocations implements Locations {

  private static final String SELECT =
      "select id, name, city, other_names, retired_at is not null as retired from location ";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcLocations(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** The places named at set-up; the second of two equal names says nothing new. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(OrganizationFounded founded) {
    var once = new TreeMap<String, Description>();
    for (String name : founded.locations()) {
      if (!name.isBlank()) {
        once.putIfAbsent(
            name.strip().toLowerCase(Locale.ROOT), new Description(name, "", List.of()));
      }
    }
    once.values().forEach(this::insert);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Location> current() {
    return jdbc.sql(SELECT + "where retired_at is null order by lower(name), id")
        .query(JdbcLocations::location)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Location> all() {
    return jdbc.sql(SELECT + "order by retired_at is not null, lower(name), id")
        .query(JdbcLocations::location)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Location> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(JdbcLocations::location)
        .optional();
  }

  @Override
  @Transactional
  public Location add(Description description, SignedIn by) {
    UUID id = insert(description);
    record(by, "directory.location-added", id, Map.of("name", description.name()));
    return new Location(
        id, description.name(), description.city(), description.otherNames(), false);
  }

  private UUID insert(Description description) {
    UUID id = UUID.randomUUID();
    try {
      jdbc.sql(
              """
              insert into location (id, organization_id, name, city, other_names, added_at)
              values (:id, current_organization(), :name, :city, :others, :now)
              """)
          .param("id", id)
          .param("name", description.name())
          .param("city", description.city())
          .param("others", description.otherNames().toArray(String[]::new))
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new LocationNameTakenException(e);
    }
    return id;
  }

  @Override
  @Transactional
  public void change(UUID id, Description description, SignedIn by) {
    Location before = find(id).orElse(null);
    if (before == null) {
      return;
    }
    try {
      jdbc.sql(
              """
              update location set name = :name, city = :city, other_names = :others
              where id = :id
              """)
          .param("name", description.name())
          .param("city", description.city())
          .param("others", description.otherNames().toArray(String[]::new))
          .param("id", id)
          .update();
    } catch (DuplicateKeyException e) {
      throw new LocationNameTakenException(e);
    }
    record(
        by,
        "directory.location-changed",
        id,
        Map.of("before", before.name(), "name", description.name()));
  }

  @Override
  @Transactional
  public void retire(UUID id, SignedIn by) {
    int retired =
        jdbc.sql("update location set retired_at = :now where id = :id and retired_at is null")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update();
    if (retired > 0) {
      record(by, "directory.location-retired", id, Map.of());
    }
  }

  @Override
  @Transactional
  public void restore(UUID id, SignedIn by) {
    try {
      int restored =
          jdbc.sql(
                  "update location set retired_at = null where id = :id and retired_at is not null")
              .param("id", id)
              .update();
      if (restored > 0) {
        record(by, "directory.location-restored", id, Map.of());
      }
    } catch (DuplicateKeyException e) {
      throw new LocationNameTakenException(e);
    }
  }

  private void record(SignedIn by, String action, UUID id, Map<String, String> detail) {
    events.publishEvent(new Auditable(by.actor(), by.name(), action, "location:" + id, detail));
    events.publishEvent(new LocationsChanged(CurrentOrganization.get()));
  }

  private static Location location(ResultSet row, int index) throws SQLException {
    return new Location(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("city"),
        List.of((String[]) row.getArray("other_names").getArray()),
        row.getBoolean("retired"));
  }
}
