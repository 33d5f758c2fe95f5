package org.bedside.approvals.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Fact;
import org.bedside.approvals.Party;
import org.bedside.approvals.Reason;
import org.bedside.approvals.Risk;
import org.bedside.identity.Member;
import org.bedside.ui.Page;

/** Policies, steps and clocks in words, for one page. */
record Words(Page page, Map<UUID, String> names, Clock clock) {

  static Words of(Page page, List<Member> members, Clock clock) {
    return new Words(
        page, members.stream().collect(Collectors.toMap(Member::id, Member::name)), clock);
  }

  /** Who is asked. */
  String party(Party party) {
    return switch (party) {
      case Party.Holder holder ->
          page.text("approvals.party.role", page.text("role." + holder.role().name()));
      case Party.Person person ->
          names.containsKey(person.id())
              ? names.getOrDefault(person.id(), person.name())
              : page.text("approvals.party.gone", person.name());
    };
  }

  /** "One of: …" or "All of: …", or the one party alone. */
  String ask(Ask ask) {
    String parties = joined(ask.parties(), this::party);
    return ask.parties().size() == 1
        ? parties
        : page.text("approvals.ask." + ask.rule().name(), parties);
  }

  /** Why a policy applied. */
  String reason(Reason reason) {
    String facts =
        reason.facts().isEmpty()
            ? page.text("approvals.when.always")
            : joined(reason.facts(), this::fact);
    return page.text("approvals.reason", reason.name(), facts);
  }

  private String fact(Fact fact) {
    String key = "approvals.fact." + fact.dimension().name();
    if (fact.value().isEmpty()) {
      return page.text(key + ".unknown");
    }
    return switch (fact.dimension()) {
      case NETWORK, LANGUAGE, TOPIC, AUTHOR, PRIORITY -> page.text(key, fact.value());
      case AUTHOR_ROLE -> page.text(key, page.text("role." + fact.value()));
      case VERDICT, URGENCY -> page.text(key + "." + fact.value());
    };
  }

  /** To what a policy applies. */
  String when(Condition when) {
    List<String> parts = new ArrayList<>();
    if (!when.networks().isEmpty()) {
      parts.add(
          page.text("approvals.fact.NETWORK", or(when.networks().stream().sorted().toList())));
    }
    if (!when.languages().isEmpty()) {
      parts.add(
          page.text("approvals.fact.LANGUAGE", or(when.languages().stream().sorted().toList())));
    }
    if (!when.topics().isEmpty()) {
      parts.add(page.text("approvals.fact.TOPIC", or(when.topics().stream().sorted().toList())));
    }
    if (!when.authors().isEmpty()) {
      parts.add(
          page.text(
              "approvals.fact.AUTHOR", or(when.authors().stream().map(this::party).toList())));
    }
    if (when.verdict() != Risk.Verdict.ALLOW) {
      parts.add(page.text("approvals.when.verdict." + when.verdict().name()));
    }
    if (when.urgency() != Risk.Urgency.NONE) {
      parts.add(page.text("approvals.when.urgency." + when.urgency().name()));
    }
    if (when.priority() > 0) {
      parts.add(page.text("approvals.fact.PRIORITY", when.priority()));
    }
    return parts.isEmpty()
        ? page.text("approvals.when.always")
        : String.join(page.text("approvals.and") + " ", parts);
  }

  private String or(List<String> values) {
    return String.join(" " + page.text("approvals.or") + " ", values);
  }

  /** How much time is left; empty where none is. */
  String left(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.isNegative() || left.isZero()) {
      return page.text("approvals.left.none");
    }
    if (left.toHours() < 2) {
      return page.text("approvals.left.minutes", left.toMinutes());
    }
    return left.toDays() < 3
        ? page.text("approvals.left.hours", left.toHours())
        : page.text("approvals.left.days", left.toDays());
  }

  /** How long people have. */
  String allowed(Duration allowed) {
    long minutes = allowed.toMinutes();
    if (minutes % (24 * 60) == 0) {
      return page.text("approvals.allowed.days", minutes / (24 * 60));
    }
    return minutes % 60 == 0
        ? page.text("approvals.allowed.hours", minutes / 60)
        : page.text("approvals.allowed.minutes", minutes);
  }

  private <T> String joined(List<T> all, Function<T, String> words) {
    return all.stream().map(words).collect(Collectors.joining(page.text("approvals.and") + " "));
  }
}
