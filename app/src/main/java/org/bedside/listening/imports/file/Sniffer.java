package org.bedside.listening.imports.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how a file is laid out from what is in it. */
public final class Sniffer {

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int SAMPLE = 1 << 16;
  private static final int SAMPLE_LINES = 1000;
  private static final int MOST_COLUMNS = 500;

  private Sniffer() {}

  /**
   * How {@code file} is laid out.
   *
   * @param hint what somebody says it is, or null
   * @throws UnreadableFileException where it is no table that can be read
   */
  public static Layout layout(Path file, @Nullable FileFormat hint) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(8);
    }
    if (start.length == 0) {
      throw new UnreadableFileException("empty", null);
    }
    if (start.length >= 4 && start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF) {
      throw new UnreadableFileException("old-workbook", null);
    }
    if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
      return workbook(file);
    }
    if (hint == FileFormat.XLSX || (start[0] == '%' && start[1] == 'P') || start[0] == 0x1F) {
      throw new UnreadableFileException(hint == FileFormat.XLSX ? "workbook" : "no-table", null);
    }
    Encoding encoding = Encoding.of(file);
    String sample = sample(file, encoding).stripLeading();
    if (sample.isEmpty()) {
      throw new UnreadableFileException("empty", null);
    }
    if (hint == FileFormat.JSON_LINES || (hint == null && sample.charAt(0) == '{')) {
      return jsonLines(file, encoding);
    }
    if (sample.startsWith("[{") || sample.startsWith("[\n") || sample.startsWith("[\r")) {
      throw new UnreadableFileException("json-array", null);
    }
    return separated(sample, encoding);
  }

  private static String sample(Path file, Encoding encoding) throws IOException {
    char[] sample = new char[SAMPLE];
    int length = 0;
    try (Reader text = new EscapingReader(Files.newInputStream(file), encoding)) {
      int read = 0;
      while (read >= 0 && length < SAMPLE) {
        length += read;
        read = text.read(sample, length, SAMPLE - length);
      }
    }
    return new String(sample, 0, length);
  }

  private static Layout separated(String sample, Encoding encoding) throws UnreadableFileException {
    char best = ',';
    double bestScore = -1;
    List<String> columns = List.of();
    for (char separator : SEPARATORS) {
      List<List<String>> rows = rows(sample, separator);
      if (rows.isEmpty()) {
        continue;
      }
      int width = rows.getFirst().size();
      long alike = rows.stream().filter(row -> row.size() == width).count();
      double score = width == 1 ? 0 : Math.min(width, 10) * ((double) alike / rows.size());
      if (score > bestScore) {
        bestScore = score;
        best = separator;
        columns = rows.getFirst();
      }
    }
    return new Layout(
        FileFormat.CSV, encoding.charset().name(), encoding.skip(), best, named(columns));
  }

  private static List<List<String>> rows(String sample, char separator) {
    List<List<String>> rows = new ArrayList<>();
    try (CloseableIterator<CsvRecord> records =
        CsvRows.records(new StringReader(sample), separator)) {
      while (records.hasNext() && rows.size() < 100) {
        rows.add(records.next().getFields());
      }
    } catch (IOException | CsvParseException e) {
      return rows;
    }
    if (rows.size() > 2) {
      rows.removeLast(); // the sample may end in the middle of it
    }
    return rows;
  }

  private static Layout jsonLines(Path file, Encoding encoding) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    String charset = encoding.charset().name();
    try (Lines lines = JsonLinesRows.lines(file, charset, encoding.skip())) {
      for (int i = 0; i < SAMPLE_LINES; i++) {
        String line = lines.next();
        if (line == null) {
          break;
        }
        JsonLinesRows.object(line).ifPresent(o -> columns.addAll(o.propertyNames()));
      }
    }
    if (columns.isEmpty()) {
      throw new UnreadableFileException("json-lines", null);
    }
    List<String> names = named(columns.stream().limit(MOST_COLUMNS).toList());
    return new Layout(FileFormat.JSON_LINES, charset, encoding.skip(), ',', names);
  }

  private static Layout workbook(Path file) throws IOException {
    try (XlsxRows rows = XlsxRows.openAll(file, 0)) {
      Row first = rows.next();
      if (first == null || first.isEmpty()) {
        throw new UnreadableFileException("no-headings", null);
      }
      return new Layout(FileFormat.XLSX, "UTF-8", 0, ',', named(first.cells()));
    }
  }

  private static List<String> named(List<? extends @Nullable String> headings)
      throws UnreadableFileException {
    if (headings.size() > MOST_COLUMNS) {
      throw new UnreadableFileException("too-many-columns", null);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      if (heading != null && heading.indexOf(0) >= 0) {
        throw new UnreadableFileException("no-table", null);
      }
      names.add(heading == null || heading.isBlank() ? "(" + (i + 1) + ")" : heading.strip());
    }
    return names;
  }
}
