package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Macro;
import org.bedside.inbox.Macros;
import org.bedside.inbox.NameInUseException;
import org.bedside.inbox.Step;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcMacros implements Macros {

  private final JdbcClient jdbc;
  private final Recorded recorded;
  private final Clock clock;

  JdbcMacros(JdbcClient jdbc, Recorded recorded, Clock clock) {
    this.jdbc = jdbc;
    this.recorded = recorded;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Macro> all() {
    return jdbc.sql(
            "select id, name, steps from inbox_macro where removed_at is null"
                + " order by lower(name), id")
        .query(
            (row, i) ->
                new Macro(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    steps((String[]) row.getArray("steps").getArray())))
        .list();
  }

  static List<Step> steps(String[] lines) {
    return Arrays.stream(lines).map(Step::read).flatMap(Optional::stream).toList();
  }

  static String[] lines(List<Step> steps) {
    return steps.stream().map(Step::written).toArray(String[]::new);
  }

  @Override
  @Transactional
  public Macro add(String name, List<Step> steps, SignedIn by) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a macro has at least one step");
    }
    Macro macro = new Macro(UUID.randomUUID(), Names.clean(name), steps);
    try {
      jdbc.sql(
              """
              insert into inbox_macro (id, organization_id, name, steps)
              values (:id, current_organization(), :name, :steps)
              """)
          .param("id", macro.id())
          .param("name", macro.name())
          .param("steps", lines(steps))
          .update();
    } catch (DuplicateKeyException e) {
      throw new NameInUseException(e);
    }
    recorded.by(by, "inbox.macro-added", "macro:" + macro.id(), macro.name());
    return macro;
  }

  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    jdbc.sql(
            """
            update inbox_macro set removed_at = :now where id = :id and removed_at is null
            returning name
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .query(String.class)
        .optional()
        .ifPresent(name -> recorded.by(by, "inbox.macro-removed", "macro:" + id, name));
  }
}
