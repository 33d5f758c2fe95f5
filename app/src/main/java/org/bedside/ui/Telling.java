package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Leads on to the page that an act answers with, and carries its sentence there. */
final class Telling implements HandlerMethodReturnValueHandler {

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return type.getParameterType() == Told.class;
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest request) {
    HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
    WebApplicationContext words =
        asked == null ? null : RequestContextUtils.findWebApplicationContext(asked);
    if (!(value instanceof Told told) || asked == null || words == null) {
      throw new IllegalStateException("An act tells somebody what became of it");
    }
    RequestContextUtils.getOutputFlashMap(asked)
        .put(
            "flash",
            words.getMessage(
                told.key(), told.values().toArray(), RequestContextUtils.getLocale(asked)));
    container.setViewName("redirect:" + told.path());
    container.setRedirectModelScenario(true);
  }
}
