package org.bedside.handover;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;

/**
 * How an organization holds private conversations.
 *
 * @param keepDays how long the words stay after the end, 0 to 3,650
 * @param linkDays how long a link can be opened, 1 to 30
 * @param readers roles that read them; each holds {@link Permission#READ_HANDOVERS}
 * @param hue the colour of the public page
 * @param office how else the organization can be reached, in its own words; may be empty
 */
public record HandoverRule(int keepDays, int linkDays, Set<Role> readers, Hue hue, String office) {

  public static final int MOST_KEPT = 3650;
  public static final int LONGEST_LINK = 30;
  public static final int LONGEST_OFFICE = 300;

  /**
   * So many days without a word, and a conversation in which nobody waits for us ends by itself.
   */
  public static final int QUIET_DAYS = 30;

  public static final HandoverRule STANDARD =
      new HandoverRule(30, 7, Set.copyOf(possibleReaders()), Hue.TEAL, "");

  /**
   * @throws IllegalArgumentException where a figure is out of its range, or a role could not read
   */
  public HandoverRule {
    office = office.strip();
    readers = Set.copyOf(readers);
    if (keepDays < 0
        || keepDays > MOST_KEPT
        || linkDays < 1
        || linkDays > LONGEST_LINK
        || office.length() > LONGEST_OFFICE
        || readers.isEmpty()
        || !possibleReaders().containsAll(readers)) {
      throw new IllegalArgumentException("This rule for private conversations can't be kept.");
    }
  }

  /** The roles that may be readers at all. */
  public static List<Role> possibleReaders() {
    return Arrays.stream(Role.values())
        .filter(role -> role.permissions().contains(Permission.READ_HANDOVERS))
        .toList();
  }

  /** The readers in the order in which roles are named everywhere. */
  public List<Role> readersInOrder() {
    return List.copyOf(EnumSet.copyOf(readers));
  }
}
