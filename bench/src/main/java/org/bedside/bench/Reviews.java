package org.bedside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Real reviews of hospitals with their stars, in the order of their file. */
public final class Reviews {

  /** One review, 1 to 5 stars. */
  public record Review(int stars, String text) {}

  private Reviews() {}

  /** Reads them. */
  public static List<Review> of(Data data) {
    try {
      return records(Files.readString(data.path("reviews/hospital-reviews.csv"))).stream()
          .skip(1)
          .map(fields -> new Review(Integer.parseInt(fields.get(1)), fields.get(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A field is quoted where it holds commas, quotes or line breaks. */
  private static List<List<String>> records(String csv) {
    var records = new ArrayList<List<String>>();
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        boolean inside = quoted;
        quoted = !quoted;
        if (!inside && i > 0 && csv.charAt(i - 1) == '"') {
          field.append('"');
        }
      } else if (quoted || (c != ',' && c != '\n')) {
        field.append(c);
      } else {
        fields.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(List.copyOf(fields));
          fields.clear();
        }
      }
    }
    return records;
  }
}
