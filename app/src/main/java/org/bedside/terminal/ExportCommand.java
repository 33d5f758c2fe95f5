package org.bedside.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bedside.api.SafeCsv;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes all mentions with their assessments. */
final class ExportCommand implements Command {

  static final Set<String> VALUED = Set.of("url", "token-file", "format", "source");

  private static final List<String> HEADINGS =
      List.of(
          "id",
          "externalId",
          "source",
          "publishedAt",
          "rating",
          "text",
          "language",
          "sentiment",
          "scale5",
          "urgency",
          "urgencyKinds",
          "themes");

  @Override
  public int run(Options options, Console console)
      throws UsageException, RefusedException, IOException, InterruptedException {
    Server server = Server.of(options);
    String format = options.find("format").orElse("jsonl");
    if (!format.equals("csv") && !format.equals("jsonl")) {
      throw new UsageException("--format is csv or jsonl.");
    }
    if (!options.operands().isEmpty()) {
      throw new UsageException("An export is written to standard output; name no file.");
    }
    String query =
        "/api/v1/mentions?limit=500"
            + options.find("source").map(s -> "&source=" + Server.encode(s)).orElse("");
    PrintStream out = console.out();
    SafeCsv csv = new SafeCsv(out);
    if (format.equals("csv")) {
      csv.write(HEADINGS);
    }
    String after = "";
    while (true) {
      JsonNode page = server.get(query + after);
      for (JsonNode item : page.get("items").values()) {
        if (format.equals("csv")) {
          csv.write(record(item));
        } else {
          out.print(item + "\n");
        }
      }
      if (out.checkError()) {
        return 1; // nobody reads any more
      }
      String next = text(page, "next");
      if (next == null) {
        return 0;
      }
      after = "&after=" + Server.encode(next);
    }
  }

  private static List<@Nullable String> record(JsonNode item) {
    JsonNode assessment = item.get("assessment");
    List<@Nullable String> record = new ArrayList<>();
    for (String plain : HEADINGS.subList(0, 6)) {
      record.add(text(item, plain));
    }
    if (assessment == null || assessment.isNull()) {
      return record;
    }
    JsonNode sentiment = assessment.get("sentiment");
    JsonNode urgency = assessment.get("urgency");
    record.addAll(
        Arrays.asList(
            text(assessment, "language"),
            text(sentiment, "label"),
            text(sentiment, "scale5"),
            text(urgency, "level"),
            joined(urgency == null ? null : urgency.get("kinds"), "kind"),
            joined(assessment.get("themes"), "theme")));
    return record;
  }

  private static String joined(@Nullable JsonNode list, String field) {
    if (list == null || !list.isArray()) {
      return "";
    }
    return String.join(
        "; ", list.values().stream().map(one -> one.path(field).asString()).distinct().toList());
  }

  private static @Nullable String text(@Nullable JsonNode json, String field) {
    JsonNode value = json == null ? null : json.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }
}
