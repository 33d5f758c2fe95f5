package org.bedside.channels.connecting;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A network's own words for a refusal, wherever it puts them; untrusted. */
final class Quote {

  private static final int LONGEST = 200;
  private static final List<String> PLACES =
      List.of("/error_description", "/error/message", "/message", "/detail", "/error");

  private Quote() {}

  static Trouble of(Told.Refusal refusal) {
    for (String place : PLACES) {
      JsonNode words = refusal.json().at(place);
      if (words.isString() && !words.stringValue("").isBlank()) {
        return new Trouble("channels.connect.said", shorten(words.stringValue("")));
      }
    }
    return new Trouble("channels.connect.status", Integer.toString(refusal.status()));
  }

  static String shorten(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
