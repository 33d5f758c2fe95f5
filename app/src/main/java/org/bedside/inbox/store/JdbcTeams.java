package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.MembershipEnded;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.NameInUseException;
import org.bedside.inbox.Team;
import org.bedside.inbox.Teams;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTeams implements Teams {

  private final JdbcClient jdbc;
  private final Members people;
  private final Recorded recorded;
  private final Clock clock;

  JdbcTeams(JdbcClient jdbc, Members people, Recorded recorded, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.recorded = recorded;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Team> all() {
    return jdbc.sql(
            """
            select t.id, t.name, array(select m.member_id from inbox_team_member m
              where m.team_id = t.id) as members
            from inbox_team t where t.removed_at is null order by lower(t.name), t.id
            """)
        .query(
            (row, i) ->
                new Team(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    Set.copyOf(Arrays.asList((UUID[]) row.getArray("members").getArray()))))
        .list();
  }

  @Override
  @Transactional
  public Team add(String name, Set<UUID> members, SignedIn by) {
    UUID id = UUID.randomUUID();
    try {
      jdbc.sql(
              """
              insert into inbox_team (id, organization_id, name)
              values (:id, current_organization(), :name)
              """)
          .param("id", id)
          .param("name", Names.clean(name))
          .update();
    } catch (DuplicateKeyException e) {
      throw new NameInUseException(e);
    }
    Set<UUID> here = join(id, members);
    recorded.by(by, "inbox.team-added", "team:" + id, Names.clean(name));
    return new Team(id, Names.clean(name), here);
  }

  @Override
  @Transactional
  public void change(UUID id, String name, Set<UUID> members, SignedIn by) {
    int changed;
    try {
      changed =
          jdbc.sql("update inbox_team set name = :name where id = :id and removed_at is null")
              .param("name", Names.clean(name))
              .param("id", id)
              .update();
    } catch (DuplicateKeyException e) {
      throw new NameInUseException(e);
    }
    if (changed == 0) {
      return;
    }
    jdbc.sql("delete from inbox_team_member where team_id = :id").param("id", id).update();
    join(id, members);
    recorded.by(by, "inbox.team-changed", "team:" + id, Names.clean(name));
  }

  private Set<UUID> join(UUID team, Set<UUID> members) {
    Set<UUID> here = people.current().stream().map(Member::id).collect(Collectors.toSet());
    here.retainAll(members);
    jdbc.sql(
            """
            insert into inbox_team_member (team_id, organization_id, member_id)
            select :team, current_organization(), unnest(:members::uuid[])
            """)
        .param("team", team)
        .param("members", here.toArray(UUID[]::new))
        .update();
    return here;
  }

  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    jdbc.sql(
            """
            update inbox_team set removed_at = :now where id = :id and removed_at is null
            returning name
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .query(String.class)
        .optional()
        .ifPresent(name -> recorded.by(by, "inbox.team-removed", "team:" + id, name));
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MembershipEnded ended) {
    jdbc.sql("delete from inbox_team_member where member_id = :member")
        .param("member", ended.member())
        .update();
  }
}
