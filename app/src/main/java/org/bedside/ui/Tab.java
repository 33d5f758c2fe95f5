package org.bedside.ui;

import org.jspecify.annotations.Nullable;

/**
 * One of several pages of a subject, or one of several states of a list.
 *
 * @param count how many things are there, already formatted, or null
 */
public record Tab(String label, String href, boolean current, @Nullable String count) {

  public Tab(String label, String href, boolean current) {
    this(label, href, current, null);
  }
}
