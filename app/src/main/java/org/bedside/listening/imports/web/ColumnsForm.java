package org.bedside.listening.imports.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.directory.Locations;
import org.bedside.listening.imports.DateStyle;
import org.bedside.listening.imports.Field;
import org.bedside.listening.imports.ImportJob;
import org.bedside.listening.imports.Imports;
import org.bedside.listening.imports.Mapping;
import org.bedside.listening.imports.file.Row;
import org.jspecify.annotations.Nullable;

/** The form that says what the columns are. */
final class ColumnsForm {

  private static final int SHOWN_ROWS = 3;
  private static final int SHOWN_CHARACTERS = 90;

  private final Imports imports;
  private final Locations locations;

  ColumnsForm(Imports imports, Locations locations) {
    this.imports = imports;
    this.locations = locations;
  }

  /**
   * What was sent.
   *
   * @param problem message key of what is wrong, or null
   * @param values of that message
   */
  record Answer(
      Map<Field, Integer> columns,
      String source,
      @Nullable UUID location,
      DateStyle dates,
      @Nullable String problem,
      List<String> values) {

    Answer {
      columns = Map.copyOf(columns);
      values = List.copyOf(values);
    }
  }

  ImportView.Columns guess(ImportJob job) throws IOException {
    Imports.Preview preview = imports.preview(job);
    String name = job.fileName().replaceFirst("\\.[A-Za-z]{3,5}$", "");
    return shown(job, preview, preview.guess(), name, null, null);
  }

  ImportView.Columns again(ImportJob job, Answer answer, String problem) throws IOException {
    Mapping chosen = new Mapping(answer.columns(), answer.dates());
    return shown(job, imports.preview(job), chosen, answer.source(), answer.location(), problem);
  }

  private ImportView.Columns shown(
      ImportJob job,
      Imports.Preview preview,
      Mapping mapping,
      String source,
      @Nullable UUID location,
      @Nullable String problem) {
    List<ImportView.Column> columns = new ArrayList<>();
    for (int i = 0; i < job.layout().columns().size(); i++) {
      int at = i;
      Optional<Field> field =
          mapping.columns().entrySet().stream()
              .filter(entry -> entry.getValue() == at)
              .map(Map.Entry::getKey)
              .findFirst();
      columns.add(
          new ImportView.Column(
              i, job.layout().columns().get(i), first(preview.first(), i), field.orElse(null)));
    }
    return new ImportView.Columns(
        columns,
        source,
        location,
        locations.current().stream()
            .map(place -> new ImportView.Choice(place.id(), place.name()))
            .toList(),
        mapping.dates(),
        problem);
  }

  private static List<String> first(List<Row> rows, int column) {
    List<String> cells = new ArrayList<>();
    for (Row row : rows.stream().limit(SHOWN_ROWS).toList()) {
      String cell = row.cell(column);
      cells.add(cell == null ? "" : shortened(cell));
    }
    return cells;
  }

  private static String shortened(String cell) {
    if (cell.length() <= SHOWN_CHARACTERS) {
      return cell;
    }
    boolean inPair = Character.isHighSurrogate(cell.charAt(SHOWN_CHARACTERS - 1));
    return cell.substring(0, inPair ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS) + "…";
  }

  Answer read(ImportJob job, Map<String, String> form) {
    String source = form.getOrDefault("source", "").strip();
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    String problem =
        source.isEmpty() || source.length() > 200 ? "import.columns.need-source" : null;
    List<String> values = List.of();
    for (int i = 0; i < job.layout().columns().size(); i++) {
      Optional<Field> field = Field.ofKey(form.getOrDefault("column" + i, ""));
      if (field.isPresent() && columns.putIfAbsent(field.get(), i) != null) {
        problem = "import.columns.twice";
        values = List.of(field.get().key());
      }
    }
    DateStyle dates = dates(form.getOrDefault("dates", ""));
    if (problem == null && !new Mapping(columns, dates).isEnough()) {
      problem = "import.columns.need-text";
    }
    return new Answer(columns, source, location(form), dates, problem, values);
  }

  private @Nullable UUID location(Map<String, String> form) {
    String asked = form.getOrDefault("location", "");
    return locations.current().stream()
        .filter(place -> place.id().toString().equals(asked))
        .map(place -> place.id())
        .findFirst()
        .orElse(null);
  }

  private static DateStyle dates(String name) {
    for (DateStyle style : DateStyle.values()) {
      if (style.name().equals(name)) {
        return style;
      }
    }
    return DateStyle.ISO;
  }
}
