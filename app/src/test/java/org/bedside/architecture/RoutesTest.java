package org.bedside.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Open;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, tried by everybody, over real HTTP. */
class RoutesTest extends BedsideTest {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)(?::[^}]*)?}");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  /** One way to ask for something. */
  private record Route(
      String method, String path, HandlerMethod handler, @Nullable String contentType) {

    boolean isOpen() {
      return handler.hasMethodAnnotation(Open.class);
    }

    /** Called by other programs that sign what they send; no session reaches it. */
    boolean isHook() {
      return path.startsWith("/hooks/");
    }

    boolean isApi() {
      return path.startsWith("/api/");
    }

    Permission permission() {
      Requires requires = requires(handler);
      if (requires == null) {
        throw new AssertionError(this + " names no permission");
      }
      return requires.value();
    }

    @Override
    public String toString() {
      return method + " " + path + " (" + handler.getShortLogMessage() + ")";
    }
  }

  @Test
  void everyRouteNamesAPermissionOrSaysWhyItNeedsNone() {
    assertThat(routes()).hasSizeGreaterThan(3);
    for (Route route : routes()) {
      boolean requires = requires(route.handler()) != null;
      assertThat(requires ^ route.isOpen()).as(route.toString()).isTrue();
      Open open = route.handler().getMethodAnnotation(Open.class);
      if (open != null) {
        assertThat(open.value()).as(route.toString()).hasSizeGreaterThan(10);
      }
    }
  }

  @Test
  void everyPageIsRefusedToExactlyTheRolesThatLackItsPermission() {
    TreeMap<String, String> wrong = new TreeMap<>();
    for (Role role : Role.values()) {
      Org org = found("Routes " + role);
      member(org, Role.ADMINISTRATOR);
      Browser browser = signIn(org, role);
      String csrf = browser.csrf();
      for (Route route : routes()) {
        if (route.isApi() || route.isOpen()) {
          continue;
        }
        Answer answer = ask(browser, route, "X-CSRF-TOKEN", csrf);
        boolean holds = role.permissions().contains(route.permission());
        if (holds ? !answer.isLetIn() : answer.status() != 403) {
          wrong.put(route + " as " + role, answer.toString());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPageSendsStrangersToTheSignIn() {
    TreeMap<String, String> wrong = new TreeMap<>();
    Browser stranger = browser();
    String csrf = stranger.csrf();
    for (Route route : routes()) {
      if (route.isApi()) {
        continue;
      }
      Answer answer = ask(stranger, route, "X-CSRF-TOKEN", csrf);
      if (route.isOpen() ? !answer.isLetIn() : !answer.asksToSignIn()) {
        wrong.put(route.toString(), answer.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noPageIsChangedWithoutTheFormToken() {
    TreeMap<String, String> wrong = new TreeMap<>();
    Browser browser = signIn(found("Without a token"), Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);
    for (Route route : routes()) {
      if (route.isApi() || route.isHook() || route.method().equals("GET")) {
        continue;
      }
      Answer answer = ask(browser, route, "X-Nothing", "nothing");
      if (answer.status() != 403) {
        wrong.put(route.toString(), answer.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theApiLetsInExactlyTheTokensThatCarryThePermission() {
    TreeMap<String, String> wrong = new TreeMap<>();
    Org org = found("Tokens");
    Browser http = browser();
    for (Route route : routes()) {
      if (!route.isApi() || route.isOpen()) {
        continue;
      }
      Permission needed = route.permission();
      Set<Permission> others = EnumSet.complementOf(EnumSet.of(needed));
      String with = token(org, needed);
      String without = token(org, others.toArray(Permission[]::new));
      Answer let = ask(http, route, "Authorization", with);
      Answer refused = ask(http, route, "Authorization", without);
      Answer stranger = ask(http, route, "X-Nothing", "nothing");
      Answer wrongToken = ask(http, route, "Authorization", "Bearer bedside_wrong");
      if (!let.isLetIn()
          || refused.status() != 403
          || stranger.status() != 401
          || wrongToken.status() != 401) {
        wrong.put(
            route.toString(),
            "with %s, without %s, stranger %s, wrong token %s"
                .formatted(let, refused, stranger, wrongToken));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aSessionOpensNoApiRouteAndATokenNoPage() {
    Org org = found("Both");
    Browser browser = signIn(org, Role.ADMINISTRATOR);
    for (Route route : routes()) {
      if (route.isOpen()) {
        continue;
      }
      if (route.isApi()) {
        assertThat(ask(browser, route, "X-Nothing", "nothing").status())
            .as(route.toString())
            .isEqualTo(401);
      } else if (route.method().equals("GET")) {
        assertThat(
                ask(browser(), route, "Authorization", token(org, route.permission()))
                    .asksToSignIn())
            .as(route.toString())
            .isTrue();
      }
    }
  }

  private String token(Org org, Permission... permissions) {
    return api(org, permissions)
        .request("/")
        .build()
        .headers()
        .firstValue("Authorization")
        .orElseThrow();
  }

  private record Answer(int status, String location) {

    boolean asksToSignIn() {
      return status == 302 && location.contains("/sign-in");
    }

    /** Whatever it says to our made-up values, it is neither a refusal nor a failure. */
    boolean isLetIn() {
      return status != 401 && status != 403 && status < 500 && !location.endsWith("/sign-in");
    }

    @Override
    public String toString() {
      return status + (location.isEmpty() ? "" : " to " + location);
    }
  }

  private static Answer ask(Browser browser, Route route, String header, String value) {
    HttpRequest.Builder request =
        browser
            .request(route.path())
            .setHeader("Accept", route.isApi() ? "*/*" : "text/html, */*")
            .header(header, value)
            .timeout(Duration.ofSeconds(30));
    if (route.contentType() != null) {
      request.header("Content-Type", route.contentType());
    }
    String body = MediaType.APPLICATION_JSON_VALUE.equals(route.contentType()) ? "{}" : "";
    request.method(
        route.method(),
        route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpClient http = browser.client();
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      answer.body().close(); // a stream of events would not end
      return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""));
    } catch (IOException e) {
      throw new AssertionError(route.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.bedside.")) {
                routes.addAll(routes(info, handler));
              }
            });
    return routes;
  }

  private static List<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    List<Route> routes = new ArrayList<>();
    for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
      for (String pattern : info.getPatternValues()) {
        routes.add(
            new Route(method.name(), filled(pattern, handler), handler, contentType(info, method)));
      }
    }
    return routes;
  }

  private static @Nullable String contentType(RequestMappingInfo info, RequestMethod method) {
    if (method == RequestMethod.GET) {
      return null;
    }
    return info.getConsumesCondition().getConsumableMediaTypes().stream()
        .filter(type -> !type.equals(MediaType.ALL))
        .findFirst()
        .map(MediaType::toString)
        .orElse(
            info.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"))
                ? MediaType.APPLICATION_JSON_VALUE
                : MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static String filled(String pattern, HandlerMethod handler) {
    Matcher variable = VARIABLE.matcher(pattern);
    return variable.replaceAll(found -> value(found.group(1), handler));
  }

  private static String value(String name, HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .filter(
            parameter -> {
              PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
              return variable != null
                  && (variable.value().equals(name)
                      || name.equals(parameter.getParameter().getName()));
            })
        .findFirst()
        .map(
            parameter -> {
              Class<?> type = parameter.getParameterType();
              if (type == UUID.class) {
                return UUID.randomUUID().toString();
              }
              return type == String.class ? "something" : "987654321";
            })
        .orElse("something");
  }

  private static @Nullable Requires requires(HandlerMethod handler) {
    Requires own = handler.getMethodAnnotation(Requires.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
  }
}
