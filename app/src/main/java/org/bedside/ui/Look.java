package org.bedside.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How a reader wants pages to look on this device, kept in cookies: colours, masked identifiers,
 * language. A link with {@code ?look-theme=dark} chooses without a script; the scripts set the same
 * cookies.
 */
final class Look implements HandlerInterceptor {

  static final String THEME = "theme";
  static final String MASK = "mask";
  static final String LANGUAGE = "language";

  private static final Map<String, List<String>> CHOICES =
      Map.of(THEME, List.of("light", "dark"), MASK, List.of("on"), LANGUAGE, List.of("en", "es"));

  /** The choice that the reader made, or null where there is none. */
  static @Nullable String of(HttpServletRequest request, String what) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals("bedside_" + what))
        .map(Cookie::getValue)
        .filter(value -> CHOICES.getOrDefault(what, List.of()).contains(value))
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query == null || !query.contains("look-") || !request.getMethod().equals("GET")) {
      return true;
    }
    List<String> rest = new ArrayList<>();
    boolean chosen = false;
    for (String part : query.split("&", -1)) {
      String name = part.substring(0, Math.max(0, part.indexOf('=')));
      if (name.startsWith("look-") && CHOICES.containsKey(name.substring(5))) {
        keep(request, response, name.substring(5), part.substring(name.length() + 1));
        chosen = true;
      } else {
        rest.add(part);
      }
    }
    if (chosen) {
      String left = rest.isEmpty() ? "" : "?" + String.join("&", rest);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + left);
    }
    return !chosen;
  }

  private static void keep(
      HttpServletRequest request, HttpServletResponse response, String what, String value) {
    boolean known = CHOICES.getOrDefault(what, List.of()).contains(value);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from("bedside_" + what, known ? value : "")
            .path("/")
            .maxAge(known ? 31_536_000 : 0)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build()
            .toString());
  }
}
