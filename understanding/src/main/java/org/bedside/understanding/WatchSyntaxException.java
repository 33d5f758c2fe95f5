package org.bedside.understanding;

/** A query that can't be read; says where and what would mend it. */
public final class WatchSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int column;
  private final String code;

  /**
   * @param column the UTF-16 code unit in the query, counted from 0, at which it went wrong
   * @param code stable key of the message, such as {@code watch.unclosed-quote}
   * @param message plain English for logs and the command line
   */
  public WatchSyntaxException(int column, String code, String message) {
    super(message);
    this.column = column;
    this.code = code;
  }

  public int column() {
    return column;
  }

  public String code() {
    return code;
  }
}
