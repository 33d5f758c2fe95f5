package org.bedside.inbox.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.OrganizationId;
import org.bedside.inbox.Recounts;
import org.bedside.targets.TargetsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcRecounts implements Recounts {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final AcrossOrganizations across;
  private final CaseStories stories;
  private final CaseDues dues;

  JdbcRecounts(JdbcClient jdbc, AcrossOrganizations across, CaseStories stories, CaseDues dues) {
    this.jdbc = jdbc;
    this.across = across;
    this.stories = stories;
    this.dues = dues;
  }

  /** From the first case on, wherever a count under way stands. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(TargetsChanged event) {
    jdbc.sql(
            """
            insert into due_recount (organization_id) values (current_organization())
            on conflict (organization_id) do update set after_case = 0
            """)
        .update();
  }

  @Override
  public List<OrganizationId> organizations() {
    return across
        .jdbc()
        .sql("select organization_id from due_recount")
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  @Transactional
  public boolean next() {
    Optional<Long> after =
        jdbc.sql("select after_case from due_recount for update skip locked")
            .query(Long.class)
            .optional();
    if (after.isEmpty()) {
      return false;
    }
    stories.oneAtATime();
    List<Long> cases =
        jdbc.sql(
                "select id from inbox_case where id > :after and state = 'OPEN' order by id limit "
                    + BATCH)
            .param("after", after.get())
            .query((row, i) -> row.getLong(1))
            .list();
    dues.refresh(cases);
    if (cases.size() < BATCH) {
      jdbc.sql("delete from due_recount").update();
      return false;
    }
    jdbc.sql("update due_recount set after_case = :last").param("last", cases.getLast()).update();
    return true;
  }
}
