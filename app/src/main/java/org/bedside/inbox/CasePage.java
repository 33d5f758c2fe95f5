package org.bedside.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param next what to ask for the page after it with, or null where this is the last
 */
public record CasePage(List<CaseRow> rows, @Nullable String next) {

  public CasePage {
    rows = List.copyOf(rows);
  }
}
