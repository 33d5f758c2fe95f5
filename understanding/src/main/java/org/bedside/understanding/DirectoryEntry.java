package org.bedside.understanding;

import java.util.List;

/**
 * A provider or location that posts may speak of.
 *
 * @param id the caller's key
 * @param names every way it is called: full name, short name, handle
 * @param place city or region that tells it from others of the same name; may be empty
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
