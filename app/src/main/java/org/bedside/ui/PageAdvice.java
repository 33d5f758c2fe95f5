package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every template its {@code page}. */
@ControllerAdvice
class PageAdvice {

  private final MessageSource messages;
  private final Times times;
  private final Assets assets;
  private final Viewers viewers;
  private final Rail rail;

  PageAdvice(MessageSource messages, Times times, Assets assets, Viewers viewers, Rail rail) {
    this.messages = messages;
    this.times = times;
    this.assets = assets;
    this.viewers = viewers;
    this.rail = rail;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request, Locale locale) {
    return new Page(
        messages, times, assets, rail, viewers.current().orElse(null), Visit.of(request, locale));
  }
}
