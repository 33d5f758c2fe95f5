package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
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

  private static boolean isForPeople(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return !request.getRequestURI().startsWith("/api/")
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
