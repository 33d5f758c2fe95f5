package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language that the person chose, else the one chosen on this device, else the one that the
 * browser asks for, else English.
 */
final class ReaderLanguage implements LocaleResolver {

  private final AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();

  private final Viewers viewers;

  ReaderLanguage(Viewers viewers) {
    this.viewers = viewers;
    browser.setSupportedLocales(List.of(Locale.ENGLISH, Locale.of("es")));
    browser.setDefaultLocale(Locale.ENGLISH);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    String chosen = Look.of(request, Look.LANGUAGE);
    return viewers
        .language()
        .orElseGet(() -> chosen == null ? browser.resolveLocale(request) : Locale.of(chosen));
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The language is chosen by a link, see Look");
  }
}
