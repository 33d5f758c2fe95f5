package org.bedside.improvement.web;

import java.util.List;
import java.util.Map;
import org.bedside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a ticket.
 *
 * @param about theme and clinician in words
 * @param problems key of a sentence by the name of its field
 * @param owners who may own it
 * @param places where it may be about; the first is all
 */
public record TicketForm(
    String about,
    String theme,
    String location,
    String clinician,
    String title,
    String change,
    String owner,
    String due,
    Map<String, String> problems,
    List<Option> owners,
    List<Option> places) {

  public TicketForm {
    problems = Map.copyOf(problems);
    owners = List.copyOf(owners);
    places = List.copyOf(places);
  }

  /** Key of the sentence that says what is wrong with a field; null where nothing is. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }
}
