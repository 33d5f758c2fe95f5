package org.bedside.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bedside.identity.Founding;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until there is an organization, every page leads to the set-up. */
@Component
class FirstVisitFilter extends OncePerRequestFilter {

  private final Founding founding;
  private volatile boolean founded;

  FirstVisitFilter(Founding founding) {
    this.founding = founding;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!founded && founding.isFirstVisit()) {
      response.sendRedirect("/set-up");
      return;
    }
    founded = true;
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return founded
        || path.equals("/set-up")
        || path.equals("/error")
        || path.equals("/favicon.ico")
        || path.startsWith("/assets/")
        || path.startsWith("/webjars/");
  }

  /** The security chain calls it; the servlet container must not call it a second time. */
  @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
  static class NotByTheContainer {
    @Bean
    FilterRegistrationBean<FirstVisitFilter> firstVisitOnlyInTheChain(FirstVisitFilter filter) {
      FilterRegistrationBean<FirstVisitFilter> registration = new FilterRegistrationBean<>(filter);
      registration.setEnabled(false);
      return registration;
    }
  }
}
