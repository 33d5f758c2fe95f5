package org.bedside.listening.imports.web;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bedside.api.ApiProblem;
import org.bedside.listening.imports.DateStyle;
import org.bedside.listening.imports.Field;
import org.bedside.listening.imports.ImportJob;
import org.bedside.listening.imports.Imports;
import org.bedside.listening.imports.Mapping;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the columns are: what was asked for, and the best guess for the rest. */
@Component
class RequestedMapping {

  private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};

  private final Imports imports;
  private final JsonMapper json;

  RequestedMapping(Imports imports, JsonMapper json) {
    this.imports = imports;
    this.json = json;
  }

  /**
   * Reads {@code {"text":"Review comment","author":""}}: field to heading, an empty heading leaves
   * the field out.
   */
  Mapping read(ImportJob job, ImportsApi.Wish wish) throws IOException {
    Imports.Preview preview = imports.preview(job);
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    columns.putAll(preview.guess().columns());
    for (Map.Entry<String, String> asked : asked(wish).entrySet()) {
      Field field = Field.ofKey(asked.getKey()).orElseThrow(() -> noField(asked.getKey()));
      columns.remove(field);
      if (!asked.getValue().isEmpty()) {
        int column = column(job.layout().columns(), asked.getValue());
        columns.values().removeIf(at -> at == column);
        columns.put(field, column);
      }
    }
    Mapping mapping = new Mapping(columns, dates(wish).orElse(preview.guess().dates()));
    if (!mapping.isEnough()) {
      throw new ApiProblem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "column-missing",
          "No column looks like the text or the rating of a post. The file has: "
              + String.join(", ", job.layout().columns())
              + ". Say which one it is: ?mapping={\"text\":\"NAME OF THE COLUMN\"}. Nothing was"
              + " stored.");
    }
    return mapping;
  }

  private Map<String, String> asked(ImportsApi.Wish wish) {
    String mapping = wish.mapping();
    if (mapping == null || mapping.isBlank()) {
      return Map.of();
    }
    try {
      return json.readValue(mapping, COLUMNS);
    } catch (JacksonException e) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "mapping-unreadable",
          "The mapping is a JSON object of field and column: {\"text\":\"Review comment\"}.");
    }
  }

  private static int column(List<String> columns, String asked) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(asked.strip())) {
        return i;
      }
    }
    throw new ApiProblem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "column-missing",
        "The file has no column “"
            + asked
            + "”. It has: "
            + String.join(", ", columns)
            + ". Nothing was stored.");
  }

  private static Optional<DateStyle> dates(ImportsApi.Wish wish) {
    String dates = wish.dates();
    if (dates == null || dates.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(DateStyle.valueOf(dates.toUpperCase(Locale.ROOT).replace('-', '_')));
    } catch (IllegalArgumentException e) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "dates-unknown",
          "dates is one of iso, year-first, month-first, day-first, words-month-first,"
              + " words-day-first, epoch-seconds, epoch-milliseconds.");
    }
  }

  private static ApiProblem noField(String key) {
    return new ApiProblem(
        HttpStatus.BAD_REQUEST,
        "field-unknown",
        "There is no field “"
            + key
            + "”. Fields are "
            + String.join(", ", java.util.Arrays.stream(Field.values()).map(Field::key).toList())
            + ".");
  }
}
