package org.bedside.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.identity.Open;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document says what the routes are, and the routes answer what the document says. */
class OpenApiTest extends BedsideTest {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private JsonNode document() {
    return Api.json(apiWithoutToken().get("/api/v1/openapi.json"));
  }

  @Test
  void everyRouteIsDocumentedWithItsPermissionAndNothingElseIs() {
    Map<String, String> routes = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              for (String path : mapping.getPatternValues()) {
                mapping.getMethodsCondition().getMethods().stream()
                    .filter(method -> path.startsWith("/api/v1/"))
                    .forEach(method -> routes.put(method + " " + path, permission(handler)));
              }
            });
    Map<String, String> documented = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode permission = method.getValue().get("x-permission");
        JsonNode security = method.getValue().get("security");
        documented.put(
            method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
            permission != null
                ? permission.asString()
                : security != null && security.isEmpty() ? "open" : "nothing is said");
      }
    }

    assertThat(documented).isEqualTo(routes);
  }

  private static String permission(HandlerMethod handler) {
    if (handler.hasMethodAnnotation(Open.class)) {
      return "open";
    }
    Requires requires = handler.getMethodAnnotation(Requires.class);
    if (requires == null) {
      requires = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    }
    return requires == null ? "denied to all" : requires.value().name();
  }

  @Test
  void realAnswersAreAsDocumented() {
    JsonNode document = document();
    Api api = api(found("Documented clinic"), Permission.values());

    HttpResponse<String> pushed =
        api.post(
            "/api/v1/posts?source=Doc",
            "[{\"externalId\":\"a\",\"text\":\"Kind nurses\"},{\"externalId\":\"b\"}]");
    HttpResponse<String> imported =
        api.send(
            api.request("/api/v1/imports?source=Doc")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("id,text,rating\n1,Long wait,99\n")));
    String job = imported.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> deleted =
        api.send(api.request("/api/v1/posts?source=Doc&externalId=a").DELETE());

    HttpResponse<String> watch =
        api.post("/api/v1/watches", "{\"name\":\"Nurses\",\"query\":\"nurse*\"}");

    HttpResponse<String> webhook = api.post("/api/v1/webhooks", "{\"source\":\"Doc\"}");
    matches(document, "/api/v1/webhooks", "post", webhook);
    matches(document, "/api/v1/webhooks", "get", api.get("/api/v1/webhooks"));
    matches(document, "/api/v1/watches", "post", watch);
    matches(document, "/api/v1/watches", "get", api.get("/api/v1/watches"));
    String runs = "/api/v1/watches/" + Api.json(watch).path("id").asString() + "/runs";
    String one = runs + "/" + Api.json(api.get(runs)).at("/items/0/id").asString();
    matches(document, "/api/v1/watches/{id}/runs", "get", api.get(runs));
    matches(document, "/api/v1/watches/{id}/runs/{run}", "get", api.get(one));
    api.send(api.request(one).DELETE());
    matches(document, "/api/v1/watches/{id}/runs", "post", api.post(runs, ""));
    matches(document, "/api/v1/sources", "get", api.get("/api/v1/sources"));
    matches(document, "/api/v1/mentions", "get", api.get("/api/v1/mentions"));
    matches(document, "/api/v1/mentions/{id}", "get", api.get("/api/v1/mentions/0"));
    matches(document, "/api/v1/posts", "post", pushed);
    matches(document, "/api/v1/imports", "post", imported);
    matches(document, "/api/v1/imports/{id}", "get", api.get(job));
    matches(document, "/api/v1/imports/{id}/errors", "get", api.get(job + "/errors"));
    matches(document, "/api/v1/posts", "delete", deleted);
    matches(document, "/api/v1/posts", "post", api.post("/api/v1/posts?source=Doc", "no json"));
    matches(document, "/api/v1/posts", "post", apiWithoutToken().post("/api/v1/posts", "{}"));
  }

  private static void matches(
      JsonNode document, String path, String method, HttpResponse<String> answer) {
    JsonNode response =
        document
            .at("/paths")
            .get(path)
            .get(method)
            .get("responses")
            .get(Integer.toString(answer.statusCode()));
    assertThat(response).as("%s %s answers %s", method, path, answer.statusCode()).isNotNull();
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode media = resolved(document, response).get("content").get(type);
    assertThat(media).as("%s %s answers with %s", method, path, type).isNotNull();
    List<String> faults = new ArrayList<>();
    check(document, media.get("schema"), Api.json(answer), "$", faults);
    assertThat(faults).as(answer.body()).isEmpty();
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    JsonNode ref = schema.get("$ref");
    return ref == null ? schema : document.at(ref.asString().substring(1));
  }

  /** As much of JSON Schema as the document uses; a member that it doesn't name is a fault. */
  private static void check(
      JsonNode document, JsonNode given, JsonNode value, String at, List<String> faults) {
    JsonNode schema = resolved(document, given);
    JsonNode types = schema.get("type");
    boolean fits =
        types.isArray()
            ? types.values().stream().anyMatch(type -> isA(type.asString(), value))
            : isA(types.asString(), value);
    if (!fits) {
      faults.add(at + " is no " + types);
    }
    JsonNode allowed = schema.get("enum");
    if (allowed != null && allowed.values().stream().noneMatch(value::equals)) {
      faults.add(at + " is none of " + allowed);
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> check(document, schema.get("items"), item, at + "[]", faults));
    }
    if (value.isObject() && schema.has("properties")) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        JsonNode property = schema.get("properties").get(member.getKey());
        if (property == null) {
          faults.add(at + "." + member.getKey() + " is not documented");
        } else {
          check(document, property, member.getValue(), at + "." + member.getKey(), faults);
        }
      }
      for (JsonNode required : schema.path("required").values()) {
        if (!value.has(required.asString())) {
          faults.add(at + "." + required.asString() + " is missing");
        }
      }
    }
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
