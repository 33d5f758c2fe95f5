package org.bedside.listening.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.bedside.listening.RawPost;
import org.bedside.listening.imports.file.Row;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one file into posts, or says why not. */
final class RowToPost {

  private static final double HIGHEST_RATING = 10;
  private static final int LONGEST_ID = 500;

  private final List<String> headings;
  private final Mapping mapping;
  private final ZoneId zone;
  private final Map<String, UUID> locations;
  private final @Nullable UUID location;

  /**
   * @param locations the organization's, by name in lower case
   * @param location of every row that names none
   */
  RowToPost(
      List<String> headings,
      Mapping mapping,
      ZoneId zone,
      Map<String, UUID> locations,
      @Nullable UUID location) {
    this.headings = headings;
    this.mapping = mapping;
    this.zone = zone;
    this.locations = locations;
    this.location = location;
  }

  /** What became of a row. */
  sealed interface Outcome {
    record Post(long row, RawPost post) implements Outcome {}

    record Refused(RowProblem problem) implements Outcome {}
  }

  Outcome convert(Row row) {
    if (row.problem() != null) {
      return new Outcome.Refused(
          RowProblem.of(row.number(), null, row.problem(), first(row.cells())));
    }
    String text = cell(row, Field.TEXT);
    String title = cell(row, Field.TITLE);
    String rating = cell(row, Field.RATING);
    if (text == null && title == null && rating == null) {
      return refused(row, Field.TEXT, "no-text");
    }
    OptionalDouble stars = rating == null ? OptionalDouble.empty() : Rating.read(rating);
    if (rating != null && stars.isEmpty()) {
      return refused(row, Field.RATING, "rating-no-number");
    }
    if (stars.isPresent() && (stars.getAsDouble() < 0 || stars.getAsDouble() > HIGHEST_RATING)) {
      return refused(row, Field.RATING, "rating-out-of-range");
    }
    String id = cell(row, Field.ID);
    if (id != null && id.length() > LONGEST_ID) {
      return refused(row, Field.ID, "id-too-long");
    }
    String date = cell(row, Field.DATE);
    Optional<Instant> published =
        date == null ? Optional.empty() : mapping.dates().parse(date, zone);
    if (date != null && published.isEmpty()) {
      return refused(row, Field.DATE, "date-unreadable");
    }
    String place = cell(row, Field.LOCATION);
    UUID named = place == null ? null : locations.get(place.strip().toLowerCase(Locale.ROOT));
    if (place != null && named == null) {
      return refused(row, Field.LOCATION, "location-unknown");
    }
    return new Outcome.Post(
        row.number(),
        new RawPost(
            id,
            text != null ? text : title != null ? title : "",
            text == null ? null : title,
            cell(row, Field.QUESTION),
            stars.isPresent() ? stars.getAsDouble() : null,
            cell(row, Field.AUTHOR),
            cell(row, Field.URL),
            cell(row, Field.LANGUAGE),
            cell(row, Field.COUNTRY),
            published.orElse(null),
            named == null ? location : named));
  }

  /** A problem of that field's column in that row. */
  RowProblem problem(long row, Field field, String code, @Nullable String value) {
    Integer column = mapping.columns().get(field);
    return RowProblem.of(row, column == null ? null : headings.get(column), code, value);
  }

  private Outcome refused(Row row, Field field, String code) {
    return new Outcome.Refused(problem(row.number(), field, code, cell(row, field)));
  }

  private @Nullable String cell(Row row, Field field) {
    Integer column = mapping.columns().get(field);
    String value = column == null ? null : row.cell(column);
    return value == null || value.isBlank() ? null : value;
  }

  private static @Nullable String first(List<? extends @Nullable String> cells) {
    for (String cell : cells) {
      if (cell != null && !cell.isBlank()) {
        return cell;
      }
    }
    return null;
  }
}
