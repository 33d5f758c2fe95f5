package org.bedside.inbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Label;
import org.bedside.inbox.Labels;
import org.bedside.inbox.NameInUseException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcLabels implements Labels {

  private final JdbcClient jdbc;
  private final Recorded recorded;
  private final Clock clock;

  JdbcLabels(JdbcClient jdbc, Recorded recorded, Clock clock) {
    this.jdbc = jdbc;
    this.recorded = recorded;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Label> all() {
    return jdbc.sql(
            "select id, name, tint from inbox_label where removed_at is null"
                + " order by lower(name), id")
        .query(JdbcLabels::label)
        .list();
  }

  @Override
  @Transactional
  public Label add(String name, Label.Tint tint, SignedIn by) {
    Label label = new Label(UUID.randomUUID(), Names.clean(name), tint);
    try {
      jdbc.sql(
              """
              insert into inbox_label (id, organization_id, name, tint)
              values (:id, current_organization(), :name, :tint)
              """)
          .param("id", label.id())
          .param("name", label.name())
          .param("tint", tint.name())
          .update();
    } catch (DuplicateKeyException e) {
      throw new NameInUseException(e);
    }
    recorded.by(by, "inbox.label-added", "label:" + label.id(), label.name());
    return label;
  }

  @Override
  @Transactional
  public void change(UUID id, String name, Label.Tint tint, SignedIn by) {
    try {
      jdbc.sql(
              """
              update inbox_label set name = :name, tint = :tint
              where id = :id and removed_at is null
              """)
          .param("name", Names.clean(name))
          .param("tint", tint.name())
          .param("id", id)
          .update();
    } catch (DuplicateKeyException e) {
      throw new NameInUseException(e);
    }
    recorded.by(by, "inbox.label-changed", "label:" + id, Names.clean(name));
  }

  /** Cases keep its id: nobody has to rewrite a hundred thousand rows, and none shows it. */
  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    jdbc.sql(
            """
            update inbox_label set removed_at = :now where id = :id and removed_at is null
            returning name
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .query(String.class)
        .optional()
        .ifPresent(name -> recorded.by(by, "inbox.label-removed", "label:" + id, name));
  }

  private static Label label(ResultSet row, int index) throws SQLException {
    return new Label(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Label.Tint.valueOf(row.getString("tint")));
  }
}
