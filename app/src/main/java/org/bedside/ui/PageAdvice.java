package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every template its {@code page}. */
@ControllerAdvice
class PageAdvice {

  private final MessageSource messages;
  private final Times times;
  private final Assets assets;
  private final Viewers viewers;
  private final List<NavItem> nav;

  PageAdvice(
      MessageSource messages, Times times, Assets assets, Viewers viewers, List<NavItem> nav) {
    this.messages = messages;
    this.times = times;
    this.assets = assets;
    this.viewers = viewers;
    this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request, Locale locale) {
    Viewer viewer = viewers.current().orElse(null);
    return new Page(
        messages,
        times,
        assets,
        locale,
        viewer,
        nav.stream().filter(item -> viewer != null && viewer.may(item.permission())).toList(),
        request.getRequestURI(),
        csrf(request),
        flash(request));
  }

  private static @Nullable String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : null;
  }

  private static @Nullable String flash(HttpServletRequest request) {
    Map<String, ?> carried = RequestContextUtils.getInputFlashMap(request);
    return carried != null && carried.get("flash") instanceof String sentence ? sentence : null;
  }
}
