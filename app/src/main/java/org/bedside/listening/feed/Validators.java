package org.bedside.listening.feed;

import org.jspecify.annotations.Nullable;

/** What a server gave to ask for changes with, RFC 9110 section 8.8. */
record Validators(@Nullable String etag, @Nullable String lastModified) {

  static Validators read(@Nullable String cursor) {
    if (cursor == null) {
      return new Validators(null, null);
    }
    String[] lines = cursor.split("\n", 2);
    return new Validators(
        Entries.blankToNull(lines[0]), lines.length > 1 ? Entries.blankToNull(lines[1]) : null);
  }

  /** Both on a line each; a header value has no line break in it. */
  String write() {
    return (etag == null ? "" : etag) + "\n" + (lastModified == null ? "" : lastModified);
  }
}
