package org.bedside.privacy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.privacy.GuardPolicy;
import org.bedside.privacy.GuardPolicy.Overriding;
import org.bedside.privacy.GuardPolicy.Watched;
import org.bedside.understanding.Verdict.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The guard's policy as entered.
 *
 * @param block phrases that block, one a line
 * @param warn phrases that warn, one a line
 * @param rule rules of which every finding blocks
 * @param all {@code yes} where every finding blocks
 */
public record GuardForm(
    @Nullable String block,
    @Nullable String warn,
    @Nullable List<String> rule,
    @Nullable String all,
    @Nullable String sentences,
    @Nullable String invitation,
    @Nullable String overriding,
    @Nullable String reason) {

  static GuardForm of(GuardPolicy policy) {
    return new GuardForm(
        phrases(policy, Decision.BLOCK),
        phrases(policy, Decision.WARN),
        policy.blockedRules().stream().sorted().toList(),
        policy.allBlock() ? "yes" : null,
        Integer.toString(policy.mostSentences()),
        policy.invitation(),
        policy.overriding().name(),
        null);
  }

  private static String phrases(GuardPolicy policy, Decision decision) {
    return policy.watched().stream()
        .filter(one -> one.decision() == decision)
        .map(Watched::phrase)
        .collect(Collectors.joining("\n"));
  }

  /** Whether every finding of the rule is to block. */
  public boolean has(String key) {
    return rule != null && rule.contains(key);
  }

  /**
   * The policy; empty where something of it can't be read or doesn't exist.
   *
   * @param rules keys of the guard's rules
   */
  Optional<GuardPolicy> policy(Set<String> rules) {
    Set<String> chosen = rule == null ? Set.of() : Set.copyOf(rule);
    if (!rules.containsAll(chosen)) {
      return Optional.empty();
    }
    try {
      var watched = new ArrayList<Watched>();
      lines(block).forEach(phrase -> watched.add(new Watched(phrase, Decision.BLOCK)));
      lines(warn).forEach(phrase -> watched.add(new Watched(phrase, Decision.WARN)));
      return Optional.of(
          new GuardPolicy(
              watched,
              chosen,
              "yes".equals(all),
              Integer.parseInt(or(sentences)),
              or(invitation),
              Overriding.valueOf(or(overriding))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(@Nullable String written) {
    return or(written)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private static String or(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
