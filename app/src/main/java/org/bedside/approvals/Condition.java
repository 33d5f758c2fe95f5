package org.bedside.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.approvals.Fact.Dimension;
import org.bedside.identity.Member;
import org.jspecify.annotations.Nullable;

/**
 * To what a policy applies: to what meets all of these. Of several values of one kind any one is
 * enough; no value means that it doesn't matter. What a subject doesn't say counts as met, so that
 * nobody is left out only because something isn't known.
 *
 * @param authors people and roles
 * @param verdict this and graver ones
 * @param urgency this and graver ones
 * @param priority at least
 */
public record Condition(
    Set<String> networks,
    Set<String> languages,
    Set<String> topics,
    List<Party> authors,
    Risk.Verdict verdict,
    Risk.Urgency urgency,
    int priority) {

  /** Applies to everything. */
  public static final Condition ALWAYS =
      new Condition(
          Set.of(), Set.of(), Set.of(), List.of(), Risk.Verdict.ALLOW, Risk.Urgency.NONE, 0);

  public Condition {
    networks = networks.stream().map(Condition::plain).collect(Collectors.toUnmodifiableSet());
    languages = languages.stream().map(Condition::plain).collect(Collectors.toUnmodifiableSet());
    topics = Set.copyOf(topics);
    authors = List.copyOf(authors);
  }

  /**
   * What made it apply, in the order of the dimensions; empty where it doesn't.
   *
   * @param author null where the author is no person who works here now
   */
  Optional<List<Fact>> match(Subject subject, @Nullable Member author) {
    List<Fact> facts = new ArrayList<>();
    boolean applies =
        one(Dimension.NETWORK, networks, subject.network(), facts)
            && one(Dimension.LANGUAGE, languages, language(subject), facts)
            && topic(subject, facts)
            && author(author, facts)
            && risk(subject.risk(), facts);
    return applies ? Optional.of(List.copyOf(facts)) : Optional.empty();
  }

  private static boolean one(
      Dimension dimension, Set<String> wanted, @Nullable String said, List<Fact> facts) {
    if (wanted.isEmpty()) {
      return true;
    }
    facts.add(new Fact(dimension, said == null ? "" : said));
    return said == null || wanted.contains(plain(said));
  }

  /** Of {@code es-MX} the {@code es}. */
  private static @Nullable String language(Subject subject) {
    return subject.language() == null ? null : subject.language().replaceFirst("[-_].*", "");
  }

  private boolean topic(Subject subject, List<Fact> facts) {
    if (topics.isEmpty()) {
      return true;
    }
    Set<String> wanted = topics.stream().map(Condition::plain).collect(Collectors.toSet());
    List<String> met =
        subject.topics().stream().filter(topic -> wanted.contains(plain(topic))).sorted().toList();
    met.forEach(topic -> facts.add(new Fact(Dimension.TOPIC, topic)));
    return !met.isEmpty();
  }

  private boolean author(@Nullable Member author, List<Fact> facts) {
    if (authors.isEmpty()) {
      return true;
    }
    if (author == null) {
      facts.add(new Fact(Dimension.AUTHOR, ""));
      return true;
    }
    Optional<Party> met = authors.stream().filter(party -> party.includes(author)).findFirst();
    met.ifPresent(
        party ->
            facts.add(
                switch (party) {
                  case Party.Person person -> new Fact(Dimension.AUTHOR, author.name());
                  case Party.Holder holder -> new Fact(Dimension.AUTHOR_ROLE, holder.role().name());
                }));
    return met.isPresent();
  }

  private boolean risk(Risk risk, List<Fact> facts) {
    if (verdict != Risk.Verdict.ALLOW) {
      facts.add(new Fact(Dimension.VERDICT, risk.verdict().name()));
    }
    if (urgency != Risk.Urgency.NONE) {
      facts.add(new Fact(Dimension.URGENCY, risk.urgency().name()));
    }
    if (priority > 0) {
      facts.add(new Fact(Dimension.PRIORITY, Integer.toString(priority)));
    }
    return risk.verdict().compareTo(verdict) >= 0
        && risk.urgency().compareTo(urgency) >= 0
        && risk.priority() >= priority;
  }

  private static String plain(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }
}
