package org.bedside.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Who looks at a page.
 *
 * @param zone the organization's, in which times are shown
 * @param permissions names of what this person may do
 * @param organizations all that this person can switch to, the current one first
 */
public record Viewer(
    String name,
    String organizationName,
    ZoneId zone,
    Set<String> permissions,
    List<Choice> organizations) {

  /** One organization to switch to. */
  public record Choice(String id, String name) {}

  /** Whether this person holds the permission of that name. */
  public boolean may(String permission) {
    return permissions.contains(permission);
  }
}
