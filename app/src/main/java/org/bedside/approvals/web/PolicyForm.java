package org.bedside.approvals.web;

import java.util.List;
import java.util.Map;
import org.bedside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a policy.
 *
 * @param authors keys of parties
 * @param steps as many as can be filled in
 * @param problems key of a sentence by the name of its field
 * @param parties who can be asked, or be the author
 * @param themes names to choose from
 */
public record PolicyForm(
    String name,
    String networks,
    String languages,
    List<String> topics,
    List<String> authors,
    String verdict,
    String urgency,
    String priority,
    String time,
    String unit,
    boolean authorMay,
    List<StepForm> steps,
    Map<String, String> problems,
    List<Option> parties,
    List<String> themes) {

  public PolicyForm {
    topics = List.copyOf(topics);
    authors = List.copyOf(authors);
    steps = List.copyOf(steps);
    problems = Map.copyOf(problems);
    parties = List.copyOf(parties);
    themes = List.copyOf(themes);
  }

  /** Key of the sentence that says what is wrong with a field; null where nothing is. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /**
   * A step.
   *
   * @param who keys of parties; empty where nobody is chosen
   */
  public record StepForm(String rule, List<String> who) {
    public StepForm {
      who = List.copyOf(who);
    }
  }
}
