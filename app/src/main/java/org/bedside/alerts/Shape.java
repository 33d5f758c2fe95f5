package org.bedside.alerts;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the incoming webhook of a room takes. */
public enum Shape {
  /** {@code {"text": …}}: Slack, Mattermost and programs. */
  TEXT,
  /**
   * A message that holds an adaptive card: workflows of Microsoft Teams. They answer that they took
   * anything else too, and then show nothing.
   */
  CARD;

  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  /** The shape of that name, as a form sends it; else that of most rooms. */
  public static Shape named(@Nullable String name) {
    return CARD.name().equals(name) ? CARD : TEXT;
  }

  /** The message as an object for JSON; each line of a card is a block of its own. */
  Map<String, Object> body(String text) {
    return switch (this) {
      case TEXT -> Map.of("text", text);
      case CARD ->
          Map.of(
              "type",
              "message",
              "attachments",
              List.of(
                  Map.of(
                      "contentType",
                      "application/vnd.microsoft.card.adaptive",
                      "content",
                      card(text))));
    };
  }

  private static Map<String, Object> card(String text) {
    return Map.of(
        "$schema",
        "http://adaptivecards.io/schemas/adaptive-card.json",
        "type",
        "AdaptiveCard",
        "version",
        "1.4",
        "msteams",
        Map.of("width", "Full"),
        "body",
        text.lines()
            .map(
                line ->
                    Map.<String, Object>of("type", "TextBlock", "text", linked(line), "wrap", true))
            .toList());
  }

  /** A card makes a link only of what is written as one. */
  private static String linked(String line) {
    return LINK.matcher(line).replaceAll("[$0]($0)");
  }
}
