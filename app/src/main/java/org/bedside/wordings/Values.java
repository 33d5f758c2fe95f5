package org.bedside.wordings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What the variables stand for, for one organization and one of its places. Immutable.
 *
 * @param known those without a value are missing
 */
public record Values(Map<Variable, Pair> known) {

  public Values {
    known = Map.copyOf(known);
  }

  /**
   * A text with its variables filled.
   *
   * @param missing those that have no value and stand in the text as they were
   */
  public record Filled(String text, List<Variable> missing) {

    public Filled {
      missing = List.copyOf(missing);
    }

    public boolean complete() {
      return missing.isEmpty();
    }
  }

  /** The value in that language; what isn't said in words is the same in both. */
  public Optional<String> in(Language language, Variable variable) {
    Pair pair = known.getOrDefault(variable, Pair.EMPTY);
    String value = variable.inWords() ? pair.in(language) : pair.english();
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /** Fills all variables of {@code text}; takes time linear in its length. */
  public Filled fill(String text, Language language) {
    Matcher found = Variable.find(text);
    List<Variable> missing = new ArrayList<>();
    StringBuilder filled = new StringBuilder();
    while (found.find()) {
      Optional<Variable> variable = Variable.named(found.group(1));
      Optional<String> value = variable.flatMap(one -> in(language, one));
      if (value.isEmpty()) {
        variable.filter(one -> !missing.contains(one)).ifPresent(missing::add);
      }
      found.appendReplacement(filled, Matcher.quoteReplacement(value.orElse(found.group())));
    }
    found.appendTail(filled);
    return new Filled(filled.toString(), missing);
  }

  /** These, and where they have none, those of {@code others}. */
  Values orElse(Values others) {
    EnumMap<Variable, Pair> both = new EnumMap<>(Variable.class);
    both.putAll(others.known);
    known.forEach(
        (variable, pair) -> {
          if (!pair.isBlank()) {
            both.put(variable, pair);
          }
        });
    return new Values(both);
  }
}
