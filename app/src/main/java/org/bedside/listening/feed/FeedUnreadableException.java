package org.bedside.listening.feed;

/** What was fetched is no feed that can be read. */
final class FeedUnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  FeedUnreadableException(String code) {
    super(code);
    this.code = code;
  }

  /** Key of the sentence that says what to do. */
  String code() {
    return code;
  }
}
