package org.bedside.channels.web;

import org.bedside.ui.Page;

/**
 * A sentence about what went wrong.
 *
 * @param key of the sentence, with {@code detail} as its value
 */
public record Said(String key, String detail) {

  public static final Said NOTHING = new Said("", "");

  public boolean isEmpty() {
    return key.isEmpty();
  }

  public String words(Page page) {
    return page.text(key, detail);
  }
}
