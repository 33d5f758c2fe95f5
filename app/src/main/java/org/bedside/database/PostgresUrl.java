package org.bedside.database;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Reads the URL form that hosting services hand out. */
final class PostgresUrl {

  private PostgresUrl() {}

  /**
   * @param url {@code postgresql://user:password@host:port/name?param=value}
   * @throws DatabaseUnavailableException where it is no such URL; the message never repeats it,
   *     because it carries a password
   */
  static String toJdbc(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    String scheme = uri.getScheme();
    if (scheme == null || !scheme.startsWith("postgres") || uri.getHost() == null) {
      throw unreadable();
    }
    StringBuilder jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
    if (uri.getPort() > 0) {
      jdbc.append(':').append(uri.getPort());
    }
    jdbc.append(uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
    String separator = "?";
    if (uri.getRawQuery() != null) {
      jdbc.append('?').append(uri.getRawQuery());
      separator = "&";
    }
    if (uri.getUserInfo() != null) {
      String[] parts = uri.getUserInfo().split(":", 2);
      jdbc.append(separator).append("user=").append(encode(parts[0]));
      if (parts.length > 1) {
        jdbc.append("&password=").append(encode(parts[1]));
      }
    }
    return jdbc.toString();
  }

  private static DatabaseUnavailableException unreadable() {
    return new DatabaseUnavailableException(
        "--database-url is not a PostgreSQL URL. It looks like"
            + " postgresql://user:password@host:5432/name.",
        null);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
