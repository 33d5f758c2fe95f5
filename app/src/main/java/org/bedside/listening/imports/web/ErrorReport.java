package org.bedside.listening.imports.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.api.SafeCsv;
import org.bedside.listening.imports.Imports;
import org.bedside.listening.imports.RowProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows that an import left out, as a file. */
@Component
class ErrorReport {

  private static final int PAGE = 1000;

  private final Imports imports;
  private final Problems problems;
  private final MessageSource messages;

  ErrorReport(Imports imports, Problems problems, MessageSource messages) {
    this.imports = imports;
    this.problems = problems;
    this.messages = messages;
  }

  /** Writes all of it as CSV, page by page. */
  void write(UUID id, Locale locale, Writer out) throws IOException {
    SafeCsv csv = new SafeCsv(out);
    csv.write(
        List.of("row", "column", "wrong", "advice", "value").stream()
            .map(heading -> messages.getMessage("import.report." + heading, null, locale))
            .toList());
    long after = 0;
    List<RowProblem> page = imports.problems(id, after, PAGE);
    while (!page.isEmpty()) {
      for (RowProblem problem : page) {
        csv.write(
            java.util.Arrays.asList(
                Long.toString(problem.row()),
                problem.column(),
                problems.row(problem.code(), locale),
                problems.advice(problem.code(), locale),
                problem.value()));
        after = problem.row();
      }
      page = imports.problems(id, after, PAGE);
    }
    out.flush();
  }
}
