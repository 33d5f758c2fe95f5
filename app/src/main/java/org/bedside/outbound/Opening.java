package org.bedside.outbound;

/** What came of opening a {@link Wire}. */
public sealed interface Opening {

  /** It flows; to be closed by the caller. */
  record Open(Wire wire, ResponseHeaders headers) implements Opening {}

  /** It doesn't: {@link Answer.Refused} or {@link Answer.Failed}. */
  record Shut(Answer answer) implements Opening {}
}
