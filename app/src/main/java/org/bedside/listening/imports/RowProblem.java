package org.bedside.listening.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was left out.
 *
 * @param row as a spreadsheet counts it: the headings are row 1
 * @param column its heading, or null where it is the whole row
 * @param code stable key of the sentences that say what is wrong and what to do
 * @param value what stands there, cut and made safe to store
 */
public record RowProblem(long row, @Nullable String column, String code, @Nullable String value) {

  private static final int LONGEST = 200;

  static RowProblem of(long row, @Nullable String column, String code, @Nullable String value) {
    return new RowProblem(row, safe(column), code, safe(value));
  }

  /** A file's name that can be stored and shown. */
  static String safeName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = safe(last);
    return safe == null || safe.isBlank() ? "file" : safe;
  }

  /** Without NUL and lone surrogates, which no database takes, and not too long. */
  static @Nullable String safe(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c ->
                safe.appendCodePoint(
                    c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                        ? 0xFFFD
                        : c));
    return text.length() > safe.length() ? safe.append('…').toString() : safe.toString();
  }
}
