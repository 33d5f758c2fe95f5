package org.bedside.listening.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

  @TempDir Path folder;

  private List<Row> rows(byte[] content) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, content);
    List<Row> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(file, Sniffer.layout(file, null))) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Layout layout(byte[] content) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, content);
    return Sniffer.layout(file, null);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theSeparatorIsFoundOut(String separator) throws IOException {
    String text =
        "id,text,rating\n1,\"kind, patient; good\",5\n2,\"two\nlines\",4\n".replace(",", separator);
    text = text.replace("kind" + separator, "kind,");

    List<Row> rows = rows(utf8(text));

    assertThat(rows).hasSize(2).allMatch(row -> row.problem() == null);
    assertThat(rows.getFirst().cells()).containsExactly("1", "kind, patient; good", "5");
    assertThat(rows.getLast().cells()).containsExactly("2", "two\nlines", "4");
    assertThat(rows.getLast().number()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,0", "windows-1252,0", "UTF-16LE,2", "UTF-16BE,2", "UTF-16LE,0", "UTF-8,3"})
  void theEncodingIsFoundOut(String charset, int mark) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write((mark > 0 ? "\uFEFF" : "").getBytes(Charset.forName(charset)));
    file.write(
        "id,text\n1,la enfermera fue muy amable – ¡olé!\n".getBytes(Charset.forName(charset)));

    Layout layout = layout(file.toByteArray());

    assertThat(layout.charset()).isEqualToIgnoringCase(charset);
    assertThat(layout.columns()).containsExactly("id", "text");
    assertThat(rows(file.toByteArray()).getFirst().cells())
        .containsExactly("1", "la enfermera fue muy amable – ¡olé!");
  }

  @Test
  void aRowThatCannotBeDecodedIsNamedAndTheOthersAreRead() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(utf8("id,text\n1,olé olé olé\n2,caf"));
    file.write(0xE9);
    file.write(utf8("\n3,a literal \uFFFD is fine\n4,😀\n"));

    List<Row> rows = rows(file.toByteArray());

    assertThat(rows).extracting(Row::problem).containsExactly(null, "undecodable", null, null);
    assertThat(rows.get(3).cell(1)).isEqualTo("😀");
  }

  @Test
  void raggedRowsAreNamedAndEmptyOnesPassOver() throws IOException {
    List<Row> rows = rows(utf8("id,text,rating\n1,a,5\n2,b\n\n3,c,4,too much\n4,d,3,,\n"));

    assertThat(rows).extracting(Row::problem).containsExactly(null, "ragged", null, "ragged", null);
    assertThat(rows.get(2).isEmpty()).isTrue();
    assertThat(rows.get(3).number()).isEqualTo(5);
  }

  @Test
  void aQuoteThatIsNeverClosedEndsInAClearErrorAndNotInMemory() {
    String text = "id,text\n1,fine\n2,\"never closed\n" + "x,y\n".repeat(1_500_000);

    assertThatThrownBy(() -> rows(utf8(text)))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("quote-open"));
  }

  @Test
  void jsonLinesGiveTheirMembersAndBrokenLinesAreNamed() throws IOException {
    List<Row> rows =
        rows(
            utf8(
                """
                {"id":"a","text":"first","rating":5}
                not json
                {"text":"second \\ud800","id":"b","extra":{"x":1}}

                [1]
                {"id":"c","text":null,"rating":4.5}
                """));

    assertThat(rows)
        .extracting(Row::problem)
        .containsExactly(null, "json", null, null, "json", null);
    assertThat(rows.get(0).cells()).startsWith("a", "first", "5");
    assertThat(rows.get(2).cell(1)).isEqualTo("second \ud800");
    assertThat(rows.get(5).cells()).startsWith("c", null, "4.5");
    assertThat(rows.get(5).number()).isEqualTo(6);
  }

  @Test
  void aWorkbookGivesItsFirstSheetWithDatesAsDates() throws IOException {
    List<Row> rows = rows(workbook());

    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().cells())
        .containsExactly("r1", "Kind staff", "5", "2026-11-22T00:00");
    assertThat(rows.getLast().cell(1)).isEqualTo("Long wait");
    assertThat(rows.getLast().cell(2)).isEqualTo("2.5");
    assertThat(rows.getLast().number()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "'',empty",
    "'   ',empty",
    "'%PDF-1.7 whatever',no-table",
    "'[{\"text\":\"a\"}]',json-array"
  })
  void whatIsNoTableIsSaidSo(String content, String code) {
    assertThatThrownBy(() -> layout(utf8(content)))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aZipThatIsNoWorkbookIsSaidSo() {
    assertThatThrownBy(() -> rows(zip("other.txt", "x")))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("workbook"));
  }

  private static byte[] workbook() throws IOException {
    String sheet =
        """
        <?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>text</t></is></c><c r="C1" t="inlineStr"><is><t>rating</t></is></c><c r="D1" t="inlineStr"><is><t>date</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>r1</t></is></c><c r="B2" t="inlineStr"><is><t>Kind staff</t></is></c><c r="C2"><v>5</v></c><c r="D2" s="1"><v>46348</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>r2</t></is></c><c r="B4" t="inlineStr"><is><t>Long wait</t></is></c><c r="C4"><v>2.5</v></c></row>
        </sheetData></worksheet>\
        """;
    return zip(
        "[Content_Types].xml",
        """
        <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>\
        """,
        "_rels/.rels",
        """
        <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>\
        """,
        "xl/workbook.xml",
        """
        <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>\
        """,
        "xl/_rels/workbook.xml.rels",
        """
        <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>\
        """,
        "xl/styles.xml",
        """
        <?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>\
        """,
        "xl/worksheets/sheet1.xml",
        sheet);
  }

  private static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(utf8(entries[i + 1]));
      }
    }
    return bytes.toByteArray();
  }
}
