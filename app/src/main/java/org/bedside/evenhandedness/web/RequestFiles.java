package org.bedside.evenhandedness.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.evenhandedness.Choice;
import org.bedside.evenhandedness.Choice.Outcome;
import org.bedside.ui.Page;
import org.springframework.http.ResponseEntity;

/**
 * A choice as a file. Only who is to be asked has a contact in it: nobody writes to the others by
 * mistake.
 */
final class RequestFiles {

  private RequestFiles() {}

  static ResponseEntity<String> answer(Choice choice, String name, Page page) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("id", "contact", "decision", "why"));
    choice.rows().forEach(row -> lines.add(line(row, page)));
    return LedgerController.csv(name, LedgerFiles.written(lines));
  }

  private static List<String> line(Choice.Row row, Page page) {
    List<String> line = new ArrayList<>();
    line.add(row.contact().id());
    line.add(row.outcome() == Outcome.ASK ? row.contact().contact() : "");
    line.add(row.outcome().name().toLowerCase(Locale.ROOT));
    line.add(page.text("requests.outcome." + row.outcome().name()));
    return line;
  }
}
