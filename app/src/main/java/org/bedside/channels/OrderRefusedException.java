package org.bedside.channels;

/** An order can't be kept as it is. */
public final class OrderRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String detail;

  /**
   * @param key message key of why, with {@code detail} as its value
   */
  public OrderRefusedException(String key, String detail) {
    super(key);
    this.key = key;
    this.detail = detail;
  }

  public String key() {
    return key;
  }

  public String detail() {
    return detail;
  }
}
