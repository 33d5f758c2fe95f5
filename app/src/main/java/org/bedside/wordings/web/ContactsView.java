package org.bedside.wordings.web;

import java.util.List;
import java.util.Map;
import org.bedside.directory.Location;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What the variables stand for.
 *
 * @param place null for the organization's own
 * @param places those in use
 * @param asked which of them are entered here
 */
public record ContactsView(
    @Nullable Location place,
    List<Location> places,
    List<Variable> asked,
    Map<Variable, Pair> entered) {

  public Pair of(Variable variable) {
    return entered.getOrDefault(variable, Pair.EMPTY);
  }
}
