package org.bedside.outbound;

import java.io.IOException;

/** Something that trying again doesn't mend. */
final class Problem extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String detail;

  Problem(String code, String detail) {
    super(code);
    this.code = code;
    this.detail = detail;
  }

  String code() {
    return code;
  }

  String detail() {
    return detail;
  }
}
