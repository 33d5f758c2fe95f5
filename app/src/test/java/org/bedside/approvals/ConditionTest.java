package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Risk.Urgency;
import org.bedside.approvals.Risk.Verdict;
import org.bedside.identity.Member;
import org.bedside.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Member KIT =
      new Member(
          UUID.randomUUID(), "Kit", "kit@example.org", Set.of(Role.COMMUNICATIONS), Instant.EPOCH);

  private static Subject subject(@Nullable String network, @Nullable String language, Risk risk) {
    return new Subject(
        "reply",
        "1",
        "",
        "Thanks.",
        "/",
        network,
        language,
        Set.of("Parking"),
        risk,
        KIT.id(),
        null);
  }

  private static Condition when(Verdict verdict, Urgency urgency, int priority) {
    return new Condition(Set.of(), Set.of(), Set.of(), List.of(), verdict, urgency, priority);
  }

  @Test
  void riskCountsFromTheChosenLevelOn() {
    Condition condition = when(Verdict.WARN, Urgency.HIGH, 70);

    assertThat(condition.match(subject("x", "en", new Risk(Verdict.WARN, Urgency.HIGH, 70)), KIT))
        .isPresent();
    assertThat(
            condition.match(
                subject("x", "en", new Risk(Verdict.BLOCK_OVERRIDDEN, Urgency.CRITICAL, 99)), KIT))
        .isPresent();
    assertThat(condition.match(subject("x", "en", new Risk(Verdict.ALLOW, Urgency.HIGH, 70)), KIT))
        .isEmpty();
    assertThat(condition.match(subject("x", "en", new Risk(Verdict.WARN, Urgency.LOW, 70)), KIT))
        .isEmpty();
    assertThat(condition.match(subject("x", "en", new Risk(Verdict.WARN, Urgency.HIGH, 69)), KIT))
        .isEmpty();
  }

  @Test
  void whatIsNotKnownLeavesNobodyOut() {
    Condition condition =
        new Condition(
            Set.of("google"),
            Set.of("es"),
            Set.of(),
            List.of(new Party.Holder(Role.CLINICIAN)),
            Verdict.ALLOW,
            Urgency.NONE,
            0);

    Optional<List<Fact>> unknown = condition.match(subject(null, null, Risk.NONE), null);
    assertThat(unknown.orElseThrow())
        .extracting(Fact::written)
        .containsExactly("NETWORK=", "LANGUAGE=", "AUTHOR=");
    assertThat(condition.match(subject("mastodon", null, Risk.NONE), null)).isEmpty();
    assertThat(condition.match(subject("Google", "en", Risk.NONE), null)).isEmpty();
    assertThat(condition.match(subject("Google", "es-MX", Risk.NONE), KIT))
        .as("it is known who wrote it, and that is no clinician")
        .isEmpty();
    assertThat(condition.match(subject("Google", "es-MX", Risk.NONE), null)).isPresent();
  }

  @Test
  void anyOfTheThemesIsEnough() {
    Condition food =
        new Condition(
            Set.of(), Set.of(), Set.of("Food"), List.of(), Verdict.ALLOW, Urgency.NONE, 0);
    Condition both =
        new Condition(
            Set.of(),
            Set.of(),
            Set.of("Food", "parking"),
            List.of(),
            Verdict.ALLOW,
            Urgency.NONE,
            0);

    assertThat(food.match(subject("x", "en", Risk.NONE), KIT)).isEmpty();
    assertThat(both.match(subject("x", "en", Risk.NONE), KIT)).isPresent();
  }
}
