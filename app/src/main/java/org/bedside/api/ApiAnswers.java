package org.bedside.api;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives every problem of the HTTP API a code, also those that the framework finds. */
@ControllerAdvice
class ApiAnswers implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem) {
      Map<String, Object> properties = problem.getProperties();
      if (properties == null || !properties.containsKey("code")) {
        problem.setProperty("code", code(HttpStatus.resolve(problem.getStatus())));
      }
    }
    return body;
  }

  private static String code(@Nullable HttpStatus status) {
    return status == null ? "problem" : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What nobody foresaw. */
  @RestControllerAdvice(annotations = RestController.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  static class Unforeseen {

    private static final Logger log = LoggerFactory.getLogger(Unforeseen.class);

    @ExceptionHandler
    ProblemDetail answer(RuntimeException unforeseen) {
      log.error("A request of the HTTP API failed", unforeseen);
      return ProblemDetail.forStatusAndDetail(
          HttpStatus.INTERNAL_SERVER_ERROR,
          "Something went wrong here. Try again; if it stays, the log of the server says more.");
    }
  }
}
