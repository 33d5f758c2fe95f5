package org.bedside.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to ask. Headers named {@code Authorization} go to the first origin only, not along a
 * redirect to another one.
 *
 * @param body with its content type among the headers
 */
public record Request(
    String method, URI url, Map<String, String> headers, @Nullable Payload body, Limits limits) {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "PUT", "DELETE");

  public Request {
    headers = Map.copyOf(headers);
  }

  /** With a text as its body, sent as UTF-8. */
  public Request(
      String method, URI url, Map<String, String> headers, @Nullable String text, Limits limits) {
    this(method, url, headers, text == null ? null : Payload.of(text), limits);
  }

  public static Request get(URI url) {
    return new Request("GET", url, Map.of(), (@Nullable Payload) null, Limits.DEFAULT);
  }

  /** The same with one more header. */
  public Request with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Request(method, url, more, body, limits);
  }

  public Request with(Limits other) {
    return new Request(method, url, headers, body, other);
  }

  /** Asks only for what is newer than what these stood for; null where there is none. */
  public Request ifChangedSince(@Nullable String etag, @Nullable String lastModified) {
    Request request = etag == null ? this : with("If-None-Match", etag);
    return lastModified == null ? request : request.with("If-Modified-Since", lastModified);
  }

  /** With a user name and password, RFC 7617. */
  public Request withBasic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Whether doing it twice is as good as doing it once, RFC 9110 section 9.2.2. */
  boolean repeatable() {
    return HARMLESS.contains(method);
  }
}
