package org.bedside.listening.imports;

import java.util.List;
import java.util.UUID;

/** The locations of the current organization, as far as imports need them. */
public interface Places {

  /** All of them, by name. */
  List<Place> all();

  /** One of them. */
  record Place(UUID id, String name) {}
}
