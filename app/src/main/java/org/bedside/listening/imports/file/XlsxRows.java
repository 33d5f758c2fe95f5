package org.bedside.listening.imports.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of a workbook. */
final class XlsxRows implements RowReader {

  private static final long MOST_UNPACKED = 4_000_000_000L;

  /** The words of all cells, which the workbook keeps in one place and we in memory. */
  private static final long MOST_WORDS = 256_000_000L;

  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final int columns;
  private @Nullable UnreadableFileException end;

  private XlsxRows(
      ReadableWorkbook workbook, Stream<org.dhatim.fastexcel.reader.Row> stream, int columns) {
    this.workbook = workbook;
    this.stream = stream;
    this.rows = stream.iterator();
    this.columns = columns;
  }

  /** All rows below the headings. */
  static XlsxRows open(Path file, int columns) throws IOException {
    XlsxRows rows = openAll(file, columns);
    rows.next();
    return rows;
  }

  static XlsxRows openAll(Path file, int columns) throws IOException {
    refuseBomb(file);
    try {
      ReadableWorkbook workbook =
          new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
      return new XlsxRows(workbook, workbook.getFirstSheet().openStream(), columns);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException("workbook", e);
    }
  }

  private static void refuseBomb(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long all = 0;
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        all += Math.max(entry.getSize(), 0);
        if (all > MOST_UNPACKED
            || (entry.getName().endsWith("sharedStrings.xml") && entry.getSize() > MOST_WORDS)) {
          throw new UnreadableFileException("workbook-too-large", null);
        }
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableFileException("workbook", e);
    }
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (end != null) {
      throw end;
    }
    try {
      if (!rows.hasNext()) {
        return null;
      }
      org.dhatim.fastexcel.reader.Row row = rows.next();
      List<@Nullable String> cells = new ArrayList<>();
      for (int i = 0; i < row.getCellCount(); i++) {
        cells.add(row.getOptionalCell(i).map(XlsxRows::text).orElse(null));
      }
      boolean tooMany =
          columns > 0
              && cells.stream().skip(columns).anyMatch(cell -> cell != null && !cell.isBlank());
      return new Row(row.getRowNum(), cells, tooMany ? "ragged" : null);
    } catch (ExcelReaderException e) {
      end = new UnreadableFileException("workbook", e);
      throw end;
    }
  }

  private static @Nullable String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getType() == CellType.ERROR ? null : cell.getText();
    }
    String format = cell.getDataFormatString();
    if (format != null && isDate(format)) {
      LocalDateTime date = cell.asDate();
      return date == null ? null : date.toString();
    }
    try {
      BigDecimal number = new BigDecimal(cell.getRawValue()).stripTrailingZeros();
      return Math.abs(number.scale()) > 30 ? cell.getRawValue() : number.toPlainString();
    } catch (NumberFormatException e) {
      return cell.getRawValue();
    }
  }

  /** Day, month or year outside of quotes and brackets. */
  private static boolean isDate(String format) {
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '[') {
        bracketed = true;
      } else if (c == ']') {
        bracketed = false;
      } else if (!quoted && !bracketed && "dDyYmM".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
