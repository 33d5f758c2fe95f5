package org.bedside.outbound;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request. Codes are keys of sentences in {@code messages/outbound.properties}, each
 * with {@code detail} as its first value.
 */
public sealed interface Answer {

  /**
   * The server answered with content.
   *
   * @param url where it was found after redirects
   * @param status 200 to 299
   */
  record Fetched(URI url, int status, ResponseHeaders headers, Body body) implements Answer {}

  /** The content is still the one that the validators of the request stood for. */
  record NotModified(URI url, ResponseHeaders headers) implements Answer {}

  /**
   * We did not ask, because we must not.
   *
   * @param detail the host or scheme, never more
   */
  record Refused(String code, String detail) implements Answer {}

  /**
   * The other side did not give what was asked for.
   *
   * @param detail the host or the status
   * @param retryAfter how long the server asked us to wait
   * @param said its refusal in its own words; null where it sent none
   */
  record Failed(String code, String detail, @Nullable Duration retryAfter, @Nullable Said said)
      implements Answer {

    public Failed(String code, String detail, @Nullable Duration retryAfter) {
      this(code, detail, retryAfter, null);
    }

    /** The status of the refusal, or 0 where none came. */
    public int status() {
      return said == null ? 0 : said.status();
    }
  }

  /**
   * An answer that is no success.
   *
   * @param text the beginning of its body, untrusted
   */
  record Said(int status, ResponseHeaders headers, String text) {}
}
