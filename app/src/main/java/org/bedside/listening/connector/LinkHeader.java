package org.bedside.listening.connector;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;

/** The web links that a server states in the header {@code Link}, RFC 8288. */
public final class LinkHeader {

  private static final int LONGEST = 32_000;
  private static final int MOST = 100;

  private final Map<String, List<URI>> targets = new HashMap<>();
  private final String text;
  private final URI base;
  private int at;

  private LinkHeader(String text, URI base) {
    this.text = text;
    this.base = base;
  }

  /**
   * Reads it in one pass; what is broken is left out.
   *
   * @param header all of its values with commas between; null where there is none
   * @param base what relative targets are seen from
   */
  public static LinkHeader read(@Nullable String header, URI base) {
    String text = header == null ? "" : header;
    LinkHeader links =
        new LinkHeader(text.length() > LONGEST ? text.substring(0, LONGEST) : text, base);
    for (int i = 0; i < MOST && links.link(); i++) {
      // Until there is no other.
    }
    return links;
  }

  /** Where links of that relation lead to, in their order. */
  public List<URI> of(String relation) {
    return List.copyOf(targets.getOrDefault(relation, List.of()));
  }

  private boolean link() {
    int open = text.indexOf('<', at);
    int close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0) {
      return false;
    }
    at = close + 1;
    Map<String, String> parameters = parameters();
    Optional<URI> target =
        WebAddress.resolve(base, text.substring(open + 1, close)).filter(WebAddress::isWeb);
    // A link with an anchor is one from somewhere else.
    if (target.isPresent() && !parameters.containsKey("anchor")) {
      for (String relation : parameters.getOrDefault("rel", "").split("\\s+")) {
        targets
            .computeIfAbsent(relation.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(target.get());
      }
    }
    return true;
  }

  /** Those up to the comma that ends the link; the first of each name counts. */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    while (at < text.length() && text.charAt(at) != ',') {
      if (text.charAt(at) == ';' || text.charAt(at) == ' ' || text.charAt(at) == '\t') {
        at++;
        continue;
      }
      String name = upTo("=;,").strip().toLowerCase(Locale.ROOT);
      String value = "";
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        value = value();
      }
      parameters.putIfAbsent(name, value);
    }
    at++;
    return parameters;
  }

  private String value() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at >= text.length() || text.charAt(at) != '"') {
      return upTo(";,").strip();
    }
    StringBuilder quoted = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      quoted.append(text.charAt(at));
    }
    at++;
    return quoted.toString();
  }

  private String upTo(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }
}
