package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What went wrong, as a page to people and as problem details to programs. */
@ControllerAdvice
@Order(0) // before whoever answers what nobody foresaw
class Refusals extends ResponseEntityExceptionHandler {

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletResponse response =
        request instanceof ServletWebRequest servlet && isForPeople(servlet.getRequest())
            ? servlet.getResponse()
            : null;
    if (response != null) {
      try {
        response.sendError(status.value());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return null;
    }
    return super.handleExceptionInternal(exception, body, headers, status, request);
  }

  /** A form with a file that can't be taken apart; it fails before any route is found. */
  @ExceptionHandler
  @Nullable ResponseEntity<Object> unreadableForm(
      MultipartException unreadable, WebRequest request) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status,
            "The body is no multipart/form-data that can be read. Send the file as it is, or as"
                + " the part named file.");
    return handleExceptionInternal(unreadable, problem, new HttpHeaders(), status, request);
  }

  private static boolean isForPeople(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return !request.getRequestURI().startsWith("/api/")
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
