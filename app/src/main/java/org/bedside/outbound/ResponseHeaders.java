package org.bedside.outbound;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an answer.
 *
 * @param values the first value of each, by lower-case name; of {@code link}, which is a list that
 *     servers spread over several headers, all of them with commas between
 */
public record ResponseHeaders(Map<String, String> values) {

  public ResponseHeaders {
    values = Map.copyOf(values);
  }

  /** The first value of the header of that name, in whatever case. */
  public @Nullable String first(String name) {
    return values.get(name.toLowerCase(Locale.ROOT));
  }

  /** The media type in lower case without parameters, or empty. */
  public String mediaType() {
    String type = first("content-type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The charset that the server states, where it states one that exists. */
  public @Nullable Charset charset() {
    String type = first("content-type");
    if (type == null) {
      return null;
    }
    for (String parameter : type.split(";")) {
      String[] pair = parameter.split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
        return known(pair[1].replace("\"", "").replace("'", "").strip());
      }
    }
    return null;
  }

  private static @Nullable Charset known(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
