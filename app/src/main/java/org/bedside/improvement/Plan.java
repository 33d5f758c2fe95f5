package org.bedside.improvement;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What people write into a ticket.
 *
 * @param title of 1 to {@value #LONGEST_TITLE} characters
 * @param change what shall change, of 1 to {@value #LONGEST_TEXT} characters
 * @param owner a member of the organization, who sees to it
 * @param ownerName as the member was called then
 * @param due the last day on time
 */
public record Plan(String title, String change, UUID owner, String ownerName, LocalDate due) {

  public static final int LONGEST_TITLE = 200;
  public static final int LONGEST_TEXT = 4_000;

  public Plan {
    title = cleaned(title, LONGEST_TITLE);
    change = cleaned(change, LONGEST_TEXT);
    if (title.isEmpty() || change.isEmpty()) {
      throw new IllegalArgumentException("A ticket has a title and says what shall change.");
    }
  }

  /** Without blanks at its ends, and cut where it is too long. */
  public static String cleaned(String text, int longest) {
    String stripped = text.replace("\u0000", "").replace("\r\n", "\n").strip();
    return stripped.length() <= longest ? stripped : stripped.substring(0, longest).strip();
  }
}
