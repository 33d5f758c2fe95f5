package org.bedside.outbound;

/** What came over a {@link Wire}. */
public sealed interface Signal {

  /** One line of an answer or one message of a socket. */
  final class Message implements Signal {

    private final byte[] bytes;

    Message(byte[] bytes) {
      this.bytes = bytes;
    }

    /** The bytes themselves, not a copy: read them and leave them as they are. */
    public byte[] bytes() {
      return bytes;
    }

    /** The bytes as UTF-8. */
    public String text() {
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** Nothing for as long as the caller wanted to wait. */
  record Quiet() implements Signal {}

  /**
   * Nothing more will come.
   *
   * @param code key of the sentence that says why, as in {@link Answer.Failed}
   */
  record Ended(String code, String detail) implements Signal {}
}
