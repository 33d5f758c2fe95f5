package org.bedside.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An answer of the HTTP API that says what is wrong, as RFC 9457 has it, with a {@code code} that
 * stays the same while sentences may change.
 */
public final class ApiProblem extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  /**
   * @param code in kebab case
   * @param detail one sentence for the person who reads it, with what to do
   */
  public ApiProblem(HttpStatus status, String code, String detail) {
    super(status, body(status, code, detail), null);
  }

  private static ProblemDetail body(HttpStatus status, String code, String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("code", code);
    return body;
  }
}
