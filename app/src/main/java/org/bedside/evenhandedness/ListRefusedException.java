package org.bedside.evenhandedness;

import org.jspecify.annotations.Nullable;

/** A list of contacts can't be taken; nothing was stored and nobody chosen. */
public final class ListRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String where;

  /**
   * @param code of the sentence {@code requests.refused.<code>}
   * @param where the column or line that it is about, or empty
   */
  public ListRefusedException(String code, String where) {
    this(code, where, null);
  }

  /**
   * @param code as above
   * @param where as above
   * @param cause what was found while reading, or null
   */
  public ListRefusedException(String code, String where, @Nullable Throwable cause) {
    super("The list was refused: " + code, cause);
    this.code = code;
    this.where = where;
  }

  public String code() {
    return code;
  }

  public String where() {
    return where;
  }
}
