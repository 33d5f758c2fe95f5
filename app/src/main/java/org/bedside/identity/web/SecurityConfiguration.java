package org.bedside.identity.web;

import java.util.List;
import org.bedside.identity.store.Credentials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

  /** No inline script or style, no request to anybody else, no framing. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http, Credentials credentials, RouteRules rules, ApiRefusals refusals) {
    headers(http)
        // Deliveries of other programs carry a signature, no session and so no form token.
        .securityMatcher("/api/**", "/hooks/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        // Before refusals are put into words, so that they know who was refused: 403, not 401.
        .addFilterBefore(new OrganizationFilter(credentials), ExceptionTranslationFilter.class)
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(routes -> routes.anyRequest().access(rules));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      Credentials credentials,
      PasswordSignIn signIn,
      RouteRules rules,
      FirstVisitFilter firstVisit) {
    headers(http)
        .authenticationProvider(signIn)
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .defaultSuccessUrl("/")
                    .failureHandler(SessionController::refused))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .exceptionHandling(errors -> errors.accessDeniedHandler(new LateForms(rules)))
        .addFilterBefore(new OrganizationFilter(credentials), AuthorizationFilter.class)
        .addFilterBefore(firstVisit, OrganizationFilter.class)
        .authorizeHttpRequests(
            routes ->
                routes
                    .requestMatchers(HttpMethod.GET, "/assets/**", "/webjars/**", "/favicon.ico")
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    .anyRequest()
                    .access(rules));
    return http.build();
  }

  private static HttpSecurity headers(HttpSecurity http) {
    return http.headers(
        headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new SignedInResolver());
  }
}
