package org.bedside.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.bedside.identity.Open;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Deny by default: a request passes only where its handler names a permission that is held. */
@Component
class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {

  private static final AuthorizationDecision YES = new AuthorizationDecision(true);
  private static final AuthorizationDecision NO = new AuthorizationDecision(false);

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  RouteRules(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    Optional<HandlerMethod> handler = handler(context.getRequest());
    if (handler.isEmpty()) {
      // Nothing answers here; whoever is signed in may learn that, others are asked to sign in.
      return holder(authentication.get()) == null ? NO : YES;
    }
    if (handler.get().hasMethodAnnotation(Open.class)) {
      return YES;
    }
    Requires requires = requires(handler.get());
    SignedIn holder = holder(authentication.get());
    return requires != null && holder != null && holder.may(requires.value()) ? YES : NO;
  }

  /** Whether what answers this needs nobody to be signed in. */
  boolean isOpen(HttpServletRequest request) {
    return handler(request).map(handler -> handler.hasMethodAnnotation(Open.class)).orElse(false);
  }

  static @Nullable Requires requires(HandlerMethod handler) {
    Requires own = handler.getMethodAnnotation(Requires.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
  }

  private Optional<HandlerMethod> handler(HttpServletRequest request) {
    try {
      HandlerExecutionChain chain = mappings.getObject().getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method
          ? Optional.of(method)
          : Optional.empty();
    } catch (ServletException noSuchRoute) {
      // Wrong method or media type: the dispatcher says so, and calls no handler.
      return Optional.empty();
    } catch (Exception unclear) {
      throw new AccessDeniedException("It is unclear what answers here", unclear);
    }
  }

  private static @Nullable SignedIn holder(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? signedIn
        : null;
  }
}
