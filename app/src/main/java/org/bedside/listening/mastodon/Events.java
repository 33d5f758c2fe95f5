package org.bedside.listening.mastodon;

import java.util.Optional;

/** Puts lines together to server-sent events, as the HTML standard describes them. */
final class Events {

  private static final int LONGEST = 4 * 1024 * 1024;

  private String name = "";
  private final StringBuilder data = new StringBuilder();

  record Event(String name, String data) {}

  /** The event that this line ends, if it ends one. */
  Optional<Event> line(String line) {
    if (line.isEmpty()) {
      Event event = new Event(name, data.toString());
      name = "";
      data.setLength(0);
      return event.data().isEmpty() ? Optional.empty() : Optional.of(event);
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    if (field.equals("event")) {
      name = value;
    } else if (field.equals("data") && data.length() + value.length() < LONGEST) {
      data.append(data.isEmpty() ? "" : "\n").append(value);
    }
    return Optional.empty();
  }
}
