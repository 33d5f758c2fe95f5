package org.bedside.inbox.web;

/**
 * What kept a reply from being recorded or sent.
 *
 * @param key message key, with {@code detail} as its value
 */
public record Problem(String key, String detail) {

  static Problem of(String key) {
    return new Problem(key, "");
  }
}
