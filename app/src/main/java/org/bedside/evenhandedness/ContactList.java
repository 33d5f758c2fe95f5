package org.bedside.evenhandedness;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a list of contacts, and refuses one by which somebody could choose whom to ask.
 *
 * <p>Only four columns are taken: nothing that tells how content somebody was may lie beside the
 * contact, because requests that follow a rating or a mood are what 16 CFR 465.7 is about.
 */
public final class ContactList {

  /** More in one list than this is refused. */
  public static final int MOST = 100_000;

  private static final String ID = "id";
  private static final String CONTACT = "contact";
  private static final String TAXONOMY = "provider_taxonomy";
  private static final String PLACE = "place";
  private static final Set<String> TAKEN = Set.of(ID, CONTACT, TAXONOMY, PLACE);
  private static final int LONGEST_CELL = 100_000;
  private static final int LONGEST_NAME = 60;

  private final List<String> columns;
  private final Predicate<String> isPlace;

  private ContactList(List<String> columns, Predicate<String> isPlace) {
    this.columns = columns;
    this.isPlace = isPlace;
  }

  /**
   * The contacts in the order of the list.
   *
   * @param file CSV in UTF-8 with a line of names; commas, semicolons or tabs between the cells
   * @param isPlace whether a name is that of the place that the list is about
   * @throws ListRefusedException where it has a column that is not taken, lacks one, or has a line
   *     that can't be used; nothing of such a list is used
   */
  public static List<Contact> read(byte[] file, Predicate<String> isPlace)
      throws ListRefusedException {
    String text = text(file);
    try (CloseableIterator<CsvRecord> records = records(text)) {
      if (!records.hasNext()) {
        throw new ListRefusedException("empty", "");
      }
      ContactList list = new ContactList(columns(records.next()), isPlace);
      return list.contacts(records);
    } catch (CsvParseException | UncheckedIOException e) {
      throw new ListRefusedException("unreadable", "", e);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory could not be closed", e);
    }
  }

  private static String text(byte[] file) throws ListRefusedException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ListRefusedException("not-utf8", "", e);
    }
  }

  private static CloseableIterator<CsvRecord> records(String text) {
    String header = text.lines().findFirst().orElse("");
    char separator = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(LONGEST_CELL)
        .ofCsvRecord(text)
        .iterator();
  }

  private static List<String> columns(CsvRecord header) throws ListRefusedException {
    List<String> columns = new ArrayList<>();
    for (String written : header.getFields()) {
      String name = written.strip().toLowerCase(Locale.ROOT);
      if (!TAKEN.contains(name)) {
        throw new ListRefusedException("column", shortened(written.strip()));
      }
      if (columns.contains(name)) {
        throw new ListRefusedException("column-twice", name);
      }
      columns.add(name);
    }
    for (String needed : List.of(ID, CONTACT, TAXONOMY)) {
      if (!columns.contains(needed)) {
        throw new ListRefusedException("column-missing", needed);
      }
    }
    return columns;
  }

  private List<Contact> contacts(CloseableIterator<CsvRecord> records) throws ListRefusedException {
    List<Contact> contacts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    while (records.hasNext()) {
      CsvRecord row = records.next();
      String line = Long.toString(row.getStartingLineNumber());
      Contact contact = contact(row.getFields(), line);
      if (!ids.add(contact.id())) {
        throw new ListRefusedException("id-twice", line);
      }
      if (contacts.size() == MOST) {
        throw new ListRefusedException("too-many", Integer.toString(MOST));
      }
      contacts.add(contact);
    }
    if (contacts.isEmpty()) {
      throw new ListRefusedException("empty", "");
    }
    return List.copyOf(contacts);
  }

  private Contact contact(List<String> cells, String line) throws ListRefusedException {
    if (cells.size() != columns.size()) {
      throw new ListRefusedException("ragged", line);
    }
    Contact contact =
        new Contact(
            cell(cells, ID), cell(cells, CONTACT), cell(cells, TAXONOMY), cell(cells, PLACE));
    if (contact.id().isEmpty()) {
      throw new ListRefusedException("id-missing", line);
    }
    if (contact.contact().isEmpty()) {
      throw new ListRefusedException("contact-missing", line);
    }
    // Another place on some of the lines would be a way to mark whom not to ask.
    if (!contact.place().isEmpty() && !isPlace.test(contact.place())) {
      throw new ListRefusedException("other-place", line);
    }
    return contact;
  }

  private String cell(List<String> cells, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : cells.get(at).strip();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
