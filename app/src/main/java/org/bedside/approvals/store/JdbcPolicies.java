package org.bedside.approvals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Risk;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcPolicies implements Policies {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcPolicies(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Policy> all() {
    Map<UUID, List<Ask>> steps = steps();
    return jdbc.sql("select * from approval_policy order by created_at, id")
        .query((row, i) -> policy(row, steps))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Policy> find(UUID id) {
    return all().stream().filter(policy -> policy.id().equals(id)).findFirst();
  }

  private Map<UUID, List<Ask>> steps() {
    Map<UUID, List<Ask>> steps = new HashMap<>();
    jdbc.sql("select * from approval_policy_step order by policy_id, position")
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("policy_id", UUID.class), id -> new ArrayList<>())
                  .add(
                      new Ask(
                          Ask.Rule.valueOf(row.getString("rule")),
                          Parties.read(row, "parties", "names").all()));
            });
    return steps;
  }

  private static Policy policy(ResultSet row, Map<UUID, List<Ask>> steps) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Condition when =
        new Condition(
            words(row, "networks"),
            words(row, "languages"),
            words(row, "topics"),
            Parties.read(row, "authors", "author_names").all(),
            Risk.Verdict.valueOf(row.getString("verdict")),
            Risk.Urgency.valueOf(row.getString("urgency")),
            row.getInt("priority"));
    return new Policy(
        id,
        row.getInt("version"),
        new Policy.Description(
            row.getString("name"),
            when,
            steps.getOrDefault(id, List.of()),
            Duration.ofMinutes(row.getInt("minutes")),
            row.getBoolean("author_may")));
  }

  private static Set<String> words(ResultSet row, String column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }

  @Override
  @Transactional
  public UUID add(Policy.Description what, SignedIn by) {
    UUID id = UUID.randomUUID();
    with(
            what,
            """
            insert into approval_policy (id, organization_id, name, networks, languages, topics,
              authors, author_names, verdict, urgency, priority, minutes, author_may, created_at)
            values (:id, current_organization(), :name, :networks, :languages, :topics,
              :authors, :author_names, :verdict, :urgency, :priority, :minutes, :author_may, :now)
            """)
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    keepSteps(id, what);
    audit("approvals.policy-added", id, what.name(), by);
    return id;
  }

  @Override
  @Transactional
  public boolean change(UUID id, int version, Policy.Description what, SignedIn by) {
    int changed =
        with(
                what,
                """
                update approval_policy set name = :name, networks = :networks,
                  languages = :languages, topics = :topics, authors = :authors,
                  author_names = :author_names, verdict = :verdict, urgency = :urgency,
                  priority = :priority, minutes = :minutes, author_may = :author_may,
                  version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .update();
    if (changed == 0) {
      return false;
    }
    jdbc.sql("delete from approval_policy_step where policy_id = :id").param("id", id).update();
    keepSteps(id, what);
    audit("approvals.policy-changed", id, what.name(), by);
    return true;
  }

  @Override
  @Transactional
  public void remove(UUID id, SignedIn by) {
    jdbc.sql("delete from approval_policy where id = :id returning name")
        .param("id", id)
        .query(String.class)
        .optional()
        .ifPresent(name -> audit("approvals.policy-removed", id, name, by));
  }

  private StatementSpec with(Policy.Description what, String sql) {
    Condition when = what.when();
    Parties authors = new Parties(when.authors());
    return jdbc.sql(sql)
        .param("name", what.name())
        .param("networks", sorted(when.networks()))
        .param("languages", sorted(when.languages()))
        .param("topics", sorted(when.topics()))
        .param("authors", authors.keys())
        .param("author_names", authors.names())
        .param("verdict", when.verdict().name())
        .param("urgency", when.urgency().name())
        .param("priority", when.priority())
        .param("minutes", Math.toIntExact(what.allowed().toMinutes()))
        .param("author_may", what.authorMay());
  }

  private void keepSteps(UUID id, Policy.Description what) {
    for (int i = 0; i < what.steps().size(); i++) {
      Ask ask = what.steps().get(i);
      Parties parties = new Parties(ask.parties());
      jdbc.sql(
              """
              insert into approval_policy_step (policy_id, organization_id, position, rule, parties,
                names)
              values (:id, current_organization(), :position, :rule, :parties, :names)
              """)
          .param("id", id)
          .param("position", i)
          .param("rule", ask.rule().name())
          .param("parties", parties.keys())
          .param("names", parties.names())
          .update();
    }
  }

  private void audit(String action, UUID id, String name, SignedIn by) {
    events.publishEvent(
        new Auditable(
            by.actor(), by.name(), action, "approval-policy:" + id, Map.of("name", name)));
  }

  private static String[] sorted(Set<String> words) {
    return words.stream().sorted().toArray(String[]::new);
  }
}
