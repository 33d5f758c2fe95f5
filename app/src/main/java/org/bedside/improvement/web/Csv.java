package org.bedside.improvement.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.api.SafeCsv;
import org.bedside.improvement.Counts;
import org.bedside.improvement.Effect;
import org.bedside.improvement.Group;
import org.bedside.improvement.Ticket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files of groups and tickets, in counts: a share is for whoever reads them to work out. */
final class Csv {

  private static final List<String> GROUPS =
      List.of(
          "theme",
          "location",
          "clinician",
          "side",
          "mentions",
          "negative",
          "positive",
          "asking",
          "mentions_before",
          "negative_before",
          "positive_before",
          "asking_before");

  private static final List<String> TICKETS =
      List.of(
          "id",
          "title",
          "theme",
          "location",
          "clinician",
          "state",
          "overdue",
          "owner",
          "due",
          "opened_at",
          "opened_by",
          "closed_at",
          "change",
          "outcome",
          "days_compared",
          "mentions_before",
          "negative_before",
          "positive_before",
          "mentions_after",
          "negative_after",
          "positive_after");

  private Csv() {}

  static ResponseEntity<String> groups(ImproveViews.Table table) {
    List<List<@Nullable String>> lines = new ArrayList<>();
    for (GroupView view : table.groups()) {
      Group group = view.group();
      List<@Nullable String> line = new ArrayList<>();
      line.addAll(List.of(view.theme(), view.place(), view.clinician()));
      line.add(group.side().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      add(line, group.now());
      add(line, group.before());
      lines.add(line);
    }
    if (!table.smaller().isEmpty()) {
      List<@Nullable String> line = new ArrayList<>();
      line.add(table.smaller());
      lines.add(line);
    }
    return file("groups", GROUPS, lines);
  }

  static ResponseEntity<String> tickets(List<TicketView> tickets) {
    List<List<@Nullable String>> lines = new ArrayList<>();
    for (TicketView view : tickets) {
      Ticket ticket = view.ticket();
      List<@Nullable String> line = new ArrayList<>();
      line.add(Long.toString(ticket.id()));
      line.addAll(List.of(ticket.plan().title(), view.theme(), view.place(), view.clinician()));
      line.add(ticket.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      line.add(view.overdue() ? "yes" : "no");
      line.add(ticket.plan().ownerName());
      line.add(ticket.plan().due().toString());
      line.add(ticket.openedAt().toString());
      line.add(ticket.openedBy());
      Instant closed = ticket.closedAt();
      line.add(closed == null ? null : closed.toString());
      line.add(ticket.plan().change());
      line.add(ticket.outcome());
      if (view.effect() instanceof Effect.Told told) {
        line.add(Long.toString(told.days()));
        add(line, told.before());
        add(line, told.after());
      }
      lines.add(line);
    }
    return file("tickets", TICKETS, lines);
  }

  private static void add(List<@Nullable String> line, @Nullable Counts counts) {
    if (counts != null) {
      line.add(Long.toString(counts.mentions()));
      line.add(Long.toString(counts.negative()));
      line.add(Long.toString(counts.positive()));
      line.add(Long.toString(counts.asking()));
    }
  }

  private static void add(List<@Nullable String> line, Effect.Said said) {
    line.add(Long.toString(said.mentions()));
    line.add(Long.toString(said.negative()));
    line.add(Long.toString(said.positive()));
  }

  private static ResponseEntity<String> file(
      String name, List<String> head, List<List<@Nullable String>> lines) {
    StringBuilder out = new StringBuilder();
    SafeCsv csv = new SafeCsv(out);
    try {
      csv.write(head);
      for (List<@Nullable String> line : lines) {
        List<@Nullable String> whole = new ArrayList<>(line);
        while (whole.size() < head.size()) {
          whole.add(null);
        }
        csv.write(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"improve-" + name + ".csv\"")
        .body(out.toString());
  }
}
