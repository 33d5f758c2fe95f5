package org.bedside.inbox.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Correction;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CaseFile;
import org.bedside.ui.Page;

/**
 * One change of a case.
 *
 * @param was and now what the changed field held before and after; empty where nothing did
 */
public record HistoryLine(Instant at, String by, String what, String was, String now) {

  /** Everything that happened to the case, the newest first. */
  static List<HistoryLine> of(CaseFile file, Page page) {
    List<HistoryLine> lines = new ArrayList<>();
    String software = page.text("inbox.by-itself");
    for (Assessed assessed : file.mentions()) {
      String heard = page.text("inbox.heard-through", assessed.mention().sourceName());
      lines.add(new HistoryLine(assessed.mention().receivedAt(), software, heard, "", ""));
      String read = page.text("inbox.assessed-at");
      lines.add(new HistoryLine(assessed.assessedAt(), software, read, "", ""));
      assessed.corrections().forEach(correction -> lines.add(line(correction, page)));
    }
    file.events().forEach(event -> lines.add(line(event, page)));
    lines.sort(Comparator.comparing(HistoryLine::at).reversed());
    return lines;
  }

  private static HistoryLine line(Correction correction, Page page) {
    return new HistoryLine(
        correction.at(),
        correction.by(),
        page.text("inbox.history.corrected", page.text("judgement." + correction.part().name())),
        value(correction, correction.was(), page),
        value(correction, correction.now(), page));
  }

  private static String value(Correction correction, String value, Page page) {
    return switch (correction.part()) {
      case SENTIMENT -> page.text("sentiment." + value);
      case URGENCY -> page.text("urgency." + value);
      case THEMES ->
          value
              .lines()
              .filter(Words::isTheme)
              .map(theme -> Words.theme(page, theme))
              .collect(Collectors.joining(", "));
    };
  }

  private static HistoryLine line(CaseEvent event, Page page) {
    return new HistoryLine(
        event.at(),
        Choices.who(page, event),
        Choices.sentence(page, event),
        was(event, page),
        now(event, page));
  }

  private static String was(CaseEvent event, Page page) {
    return switch (event.kind()) {
      case ASSIGNED, UNASSIGNED -> event.was().isEmpty() ? page.text("inbox.nobody") : event.was();
      case CLOSED -> page.text("inbox.state.open");
      case REOPENED ->
          event.was().isEmpty()
              ? page.text("inbox.state.closed")
              : page.text("inbox.outcome." + event.was());
      case CaseEvent.Kind other -> event.was();
    };
  }

  private static String now(CaseEvent event, Page page) {
    return switch (event.kind()) {
      case NOTE, NOTE_CHANGED -> event.text();
      case ASSIGNED -> event.text();
      case UNASSIGNED -> page.text("inbox.nobody");
      case CLOSED -> page.text("inbox.outcome." + event.text());
      case REOPENED -> page.text("inbox.state.open");
      case CaseEvent.Kind other -> "";
    };
  }
}
