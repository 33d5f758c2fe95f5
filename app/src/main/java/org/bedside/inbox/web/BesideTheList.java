package org.bedside.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever works through a filtered list stays in it: what is done to a case leads back to the case
 * beside the same list. The forms carry its filter in one parameter, whose parts would else be
 * taken for fields of theirs.
 */
final class BesideTheList implements HandlerInterceptor {

  static final String PARAMETER = "list";
  static final String KEPT = "kept";

  private static final Pattern A_CASE =
      Pattern.compile("redirect:/inbox/\\d+(/reply)?(\\?seen=\\d+)?");

  /** The filter that a request for the composer came with. */
  static InboxParams kept(Model model) {
    return params(String.valueOf(model.getAttribute(KEPT)));
  }

  private static InboxParams params(String list) {
    try {
      return ViewTabs.read(list);
    } catch (IllegalArgumentException e) { // no page of ours wrote that
      return ViewTabs.read("");
    }
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView answer) {
    String view = answer == null ? null : answer.getViewName();
    if (answer == null || view == null || !A_CASE.matcher(view).matches()) {
      return;
    }
    boolean composing = view.endsWith("/reply");
    String query = query(request.getParameter(PARAMETER));
    String kept = composing ? PARAMETER + "=" + written(query) : query;
    answer.setViewName(
        view
            + (query.isEmpty() ? "" : (view.contains("?") ? "&" : "?") + kept)
            + (composing && "POST".equals(request.getMethod())
                ? "#reply-title"
                : "")); // where one was, not the top of a long post
  }

  /** The filter as this program writes it, whatever somebody sent. */
  private static String query(@Nullable String list) {
    return list == null ? "" : InboxLists.query(params(list), null).replaceFirst("^\\?", "");
  }

  private static String written(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new BesideTheList()).addPathPatterns("/inbox/*/**");
    }
  }
}
