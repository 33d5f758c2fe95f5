package org.bedside.privacy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.GuardPolicy;
import org.bedside.privacy.GuardPolicy.Part;
import org.bedside.privacy.GuardPolicy.Watched;
import org.bedside.understanding.Verdict.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcGuardPolicies implements GuardPolicies {

  private static final String CURRENT =
      """
      select watched, blocked_rules, all_block, most_sentences, invitation, overriding, version,
        changed_at, changed_name
      from guard_policy
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcGuardPolicies(
      JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Kept current() {
    return jdbc.sql(CURRENT)
        .query((row, number) -> kept(row))
        .optional()
        .orElse(new Kept(GuardPolicy.BUILT_IN, 0, null, null));
  }

  @Override
  @Transactional
  public Change change(GuardPolicy policy, @Nullable String reason, SignedIn by) {
    jdbc.sql(
            """
            insert into guard_policy (organization_id) values (current_organization())
            on conflict do nothing
            """)
        .update();
    GuardPolicy before =
        jdbc.sql(CURRENT + " for update").query((row, number) -> kept(row)).single().policy();
    List<Part> parts = policy.takesBack(before);
    String given = reason == null ? "" : reason.strip();
    if (!parts.isEmpty() && given.length() < SHORTEST_REASON) {
      return new Change.NeedsReason(parts);
    }
    if (!policy.equals(before)) {
      keep(policy, by);
      audit(policy, parts, given, by);
    }
    return new Change.Made(current());
  }

  private void keep(GuardPolicy policy, SignedIn by) {
    List<Map<String, Object>> watched =
        policy.watched().stream()
            .map(
                one ->
                    Map.<String, Object>of(
                        "phrase", one.phrase(), "blocks", one.decision() == Decision.BLOCK))
            .toList();
    jdbc.sql(
            """
            update guard_policy set version = version + 1, watched = :watched::jsonb,
              blocked_rules = :rules, all_block = :all, most_sentences = :sentences,
              invitation = :invitation, overriding = :overriding, changed_at = :now,
              changed_name = :name
            """)
        .param("watched", json.writeValueAsString(watched))
        .param("rules", policy.blockedRules().stream().sorted().toArray(String[]::new))
        .param("all", policy.allBlock())
        .param("sentences", policy.mostSentences())
        .param("invitation", policy.invitation())
        .param("overriding", policy.overriding().name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("name", by.name())
        .update();
  }

  /** What is watched may name what an organization fears; the log holds how much, not what. */
  private void audit(GuardPolicy policy, List<Part> parts, String reason, SignedIn by) {
    var detail = new LinkedHashMap<String, String>();
    detail.put("watched", Integer.toString(policy.watched().size()));
    detail.put("rules", policy.blockedRules().stream().sorted().collect(Collectors.joining(" ")));
    detail.put("all", Boolean.toString(policy.allBlock()));
    detail.put("sentences", Integer.toString(policy.mostSentences()));
    detail.put("invitation", Boolean.toString(!policy.invitation().isEmpty()));
    detail.put("overriding", policy.overriding().name());
    if (!parts.isEmpty()) {
      detail.put("taken-back", parts.stream().map(Part::name).collect(Collectors.joining(" ")));
      detail.put("reason", reason);
    }
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            parts.isEmpty() ? "privacy.guard-made-stricter" : "privacy.guard-strictness-taken-back",
            "organization:" + by.organization(),
            detail));
  }

  private Kept kept(ResultSet row) throws SQLException {
    Object[] rules = (Object[]) row.getArray("blocked_rules").getArray();
    OffsetDateTime changed = row.getObject("changed_at", OffsetDateTime.class);
    var policy =
        new GuardPolicy(
            json.readTree(row.getString("watched"))
                .valueStream()
                .map(JdbcGuardPolicies::watched)
                .toList(),
            Arrays.stream(rules).map(String.class::cast).collect(Collectors.toSet()),
            row.getBoolean("all_block"),
            row.getInt("most_sentences"),
            row.getString("invitation"),
            GuardPolicy.Overriding.valueOf(row.getString("overriding")));
    return new Kept(
        policy,
        row.getLong("version"),
        changed == null ? null : changed.toInstant(),
        row.getString("changed_name"));
  }

  private static Watched watched(JsonNode one) {
    return new Watched(
        one.get("phrase").asString(),
        one.get("blocks").asBoolean() ? Decision.BLOCK : Decision.WARN);
  }
}
