package org.bedside.outbound;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads addresses as people and servers write them. */
public final class WebAddress {

  private static final int LONGEST = 4_000;
  private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

  private WebAddress() {}

  /**
   * The address, with what a URI can't hold percent-encoded and a host of any script in ASCII;
   * empty where it is none or longer than 4,000 characters.
   */
  public static Optional<URI> parse(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(encoded(asciiHost(text))));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code written} as seen from {@code base}; empty where it is no address. */
  public static Optional<URI> resolve(URI base, String written) {
    return parse(written)
        .map(
            uri ->
                base.getPath() != null && base.getPath().isEmpty()
                    ? slash(base).resolve(uri)
                    : base.resolve(uri));
  }

  /** Whether it is http or https with a host. */
  public static boolean isWeb(URI uri) {
    String scheme = uri.getScheme();
    return scheme != null
        && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        && uri.getHost() != null
        && !uri.getHost().isEmpty();
  }

  private static URI slash(URI base) {
    return base.resolve("/");
  }

  private static String asciiHost(String text) {
    int start = text.indexOf("://");
    if (start < 0) {
      return text;
    }
    int end = start + 3;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(start + 3, end);
    if (authority.chars().allMatch(c -> c < 128)) {
      return text;
    }
    int host = authority.lastIndexOf('@') + 1;
    int port = authority.indexOf(':', host) < 0 ? authority.length() : authority.indexOf(':', host);
    String ascii = IDN.toASCII(authority.substring(host, port), IDN.ALLOW_UNASSIGNED);
    return text.substring(0, start + 3)
        + authority.substring(0, host)
        + ascii.toLowerCase(Locale.ROOT)
        + authority.substring(port)
        + text.substring(end);
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
      if (plain) {
        out.append(c);
      } else if (c >= 0x20 && c != 0x7f) {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
