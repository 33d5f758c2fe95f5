package org.bedside.channels.sending;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links and tags of a text for Bluesky, which makes nothing clickable by itself. */
final class Facets {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
  private static final Pattern TAG = Pattern.compile("(?<=^|\\s)#(\\p{L}[\\p{L}\\p{N}_]{0,63})");

  private Facets() {}

  static List<Map<String, Object>> of(String text) {
    List<Map<String, Object>> facets = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      facets.add(
          facet(text, link, Map.of("$type", "app.bsky.richtext.facet#link", "uri", link.group())));
    }
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      facets.add(
          facet(text, tag, Map.of("$type", "app.bsky.richtext.facet#tag", "tag", tag.group(1))));
    }
    return facets;
  }

  /** Counted in bytes of UTF-8. */
  private static Map<String, Object> facet(
      String text, Matcher found, Map<String, Object> feature) {
    return Map.of(
        "index",
        Map.of(
            "byteStart", bytes(text.substring(0, found.start())),
            "byteEnd", bytes(text.substring(0, found.end()))),
        "features",
        List.of(feature));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
