package org.bedside.wordings.store;

import java.sql.Types;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.directory.Locations;
import org.bedside.identity.Organizations;
import org.bedside.identity.SignedIn;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Values;
import org.bedside.wordings.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcContacts implements Contacts {

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Locations locations;
  private final ApplicationEventPublisher events;

  JdbcContacts(
      JdbcClient jdbc,
      Organizations organizations,
      Locations locations,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.locations = locations;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public Values values(@Nullable UUID location) {
    EnumMap<Variable, Pair> known = new EnumMap<>(own(null));
    if (location != null) {
      own(location)
          .forEach(
              (variable, pair) -> {
                if (variable.byPlace()) {
                  known.put(variable, pair);
                }
              });
      locations
          .find(location)
          .ifPresent(place -> known.put(Variable.LOCATION, new Pair(place.name(), "")));
    }
    known.put(Variable.ORGANIZATION, new Pair(organizations.current().name(), ""));
    return new Values(known);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Variable, Pair> own(@Nullable UUID location) {
    EnumMap<Variable, Pair> own = new EnumMap<>(Variable.class);
    jdbc.sql(
            """
            select variable, english, spanish from wording_value
            where location_id is not distinct from :location
            """)
        .param("location", location, Types.OTHER)
        .query(
            row -> {
              own.put(
                  Variable.valueOf(row.getString("variable")),
                  new Pair(row.getString("english"), row.getString("spanish")));
            });
    return own;
  }

  @Override
  @Transactional
  public void keep(@Nullable UUID location, Map<Variable, Pair> entered, SignedIn by) {
    if (location != null && locations.find(location).isEmpty()) {
      throw new IllegalArgumentException("no such place: " + location);
    }
    jdbc.sql("delete from wording_value where location_id is not distinct from :location")
        .param("location", location, Types.OTHER)
        .update();
    entered.forEach(
        (variable, pair) -> {
          if (!pair.isBlank() && variable.entered() && (location == null || variable.byPlace())) {
            insert(location, variable, pair);
          }
        });
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "wordings.contacts-changed",
            location == null ? "organization:" + by.organization() : "location:" + location,
            Map.of(
                "filled",
                Long.toString(entered.values().stream().filter(one -> !one.isBlank()).count()))));
  }

  private void insert(@Nullable UUID location, Variable variable, Pair pair) {
    jdbc.sql(
            """
            insert into wording_value (organization_id, location_id, variable, english, spanish)
            values (current_organization(), :location, :variable, :english, :spanish)
            """)
        .param("location", location, Types.OTHER)
        .param("variable", variable.name())
        .param("english", pair.english())
        .param("spanish", pair.spanish())
        .update();
  }
}
