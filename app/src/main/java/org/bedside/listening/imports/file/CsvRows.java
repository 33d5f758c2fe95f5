package org.bedside.listening.imports.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of separated cells. */
final class CsvRows implements RowReader {

  /** A quote that is never closed would otherwise read the rest of the file as one cell. */
  private static final int LONGEST_CELL = 4_000_000;

  private final CloseableIterator<CsvRecord> records;
  private final int columns;
  private long number;
  private @Nullable UnreadableFileException end;

  private CsvRows(CloseableIterator<CsvRecord> records, int columns) {
    this.records = records;
    this.columns = columns;
  }

  static CsvRows open(Path file, Layout layout) throws IOException {
    Encoding encoding = new Encoding(Charset.forName(layout.charset()), layout.skip());
    Reader text = new EscapingReader(Files.newInputStream(file), encoding);
    CsvRows rows = new CsvRows(records(text, layout.separator()), layout.columns().size());
    rows.nextRecord();
    return rows;
  }

  static CloseableIterator<CsvRecord> records(Reader text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(LONGEST_CELL)
        .ofCsvRecord(text)
        .iterator();
  }

  @Override
  public @Nullable Row next() throws IOException {
    CsvRecord csv = nextRecord();
    if (csv == null) {
      return null;
    }
    List<String> cells = csv.getFields();
    if (cells.stream().anyMatch(EscapingReader::isMarked)) {
      return new Row(number, new ArrayList<>(cells), "undecodable");
    }
    boolean blank = cells.stream().allMatch(String::isBlank);
    boolean tooMany = cells.stream().skip(columns).anyMatch(cell -> !cell.isBlank());
    boolean ragged = !blank && (cells.size() < columns || tooMany);
    return new Row(number, new ArrayList<>(cells), ragged ? "ragged" : null);
  }

  private @Nullable CsvRecord nextRecord() throws IOException {
    if (end != null) {
      throw end;
    }
    try {
      if (!records.hasNext()) {
        return null;
      }
      number++;
      return records.next();
    } catch (CsvParseException e) {
      end = new UnreadableFileException("quote-open", e);
      throw end;
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
