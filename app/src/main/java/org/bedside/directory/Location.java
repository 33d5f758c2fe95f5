package org.bedside.directory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A place of the organization that posts may be about.
 *
 * @param city tells it from others of the same name; may be empty
 * @param otherNames how else people call it
 * @param retired no longer offered, though posts still refer to it
 */
public record Location(
    UUID id, String name, String city, List<String> otherNames, boolean retired) {

  public Location {
    otherNames = List.copyOf(otherNames);
  }

  /** Every way it is called, its name first. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), otherNames.stream()).toList();
  }
}
