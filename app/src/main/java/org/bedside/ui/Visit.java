package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What a page needs to know of the request that asked for it.
 *
 * @param query the query string, or null
 * @param csrf the form token, or null where there is no session
 * @param flash a sentence about what was just done, or null
 * @param undo where a form leads that takes it back, or null
 * @param theme {@code light} or {@code dark}, or null to follow the system
 * @param masked whether identifiers are hidden on this screen
 */
record Visit(
    String path,
    @Nullable String query,
    Locale locale,
    @Nullable String csrf,
    @Nullable String flash,
    @Nullable String undo,
    @Nullable String theme,
    boolean masked) {

  static Visit of(HttpServletRequest request, Locale locale) {
    return new Visit(
        request.getRequestURI(),
        request.getQueryString(),
        locale,
        csrf(request),
        carried(request, "flash"),
        carried(request, "undo"),
        Look.of(request, Look.THEME),
        "on".equals(Look.of(request, Look.MASK)));
  }

  private static @Nullable String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : null;
  }

  private static @Nullable String carried(HttpServletRequest request, String what) {
    Map<String, ?> carried = RequestContextUtils.getInputFlashMap(request);
    return carried != null && carried.get(what) instanceof String words ? words : null;
  }
}
