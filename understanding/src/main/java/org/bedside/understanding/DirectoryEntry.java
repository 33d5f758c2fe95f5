package org.bedside.understanding;

import java.util.List;

/**
 * A provider or location that posts may speak of.
 *
 * @param id the caller's key
 * @param names every way it is called that can't be told from its name: nicknames, initials, short
 *     forms and handles made of a name are known without being named
 * @param place city or region that tells it from others of the same name, with commas between
 *     several: {@code Tulsa, OK}; may be empty
 */
public record DirectoryEntry(String id, Kind kind, List<String> names, String place) {

  public DirectoryEntry {
    names = List.copyOf(names);
  }

  public enum Kind {
    LOCATION,
    PROVIDER
  }
}
