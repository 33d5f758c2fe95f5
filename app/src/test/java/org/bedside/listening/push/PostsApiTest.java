package org.bedside.listening.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.identity.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PostsApiTest extends BedsideTest {

  @Autowired JdbcClient jdbc;
  private Org clinic;
  private Api api;

  @BeforeEach
  void aClinic() {
    clinic = found("Clinic");
    api = api(clinic, Permission.IMPORT_POSTS);
  }

  private static List<String> statuses(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer).get("items").values().stream()
        .map(item -> item.get("status").asString())
        .toList();
  }

  private List<String> left() {
    return inOrganization(
        clinic,
        () ->
            jdbc.sql(
                    "select s.name from post p join source s on s.id = p.source_id order by s.name")
                .query(String.class)
                .list());
  }

  private long posts() {
    return inOrganization(
        clinic, () -> jdbc.sql("select count(*) from post").query(Long.class).single());
  }

  @Test
  void theSamePushTwiceStoresOnceAndAnEditIsToldFromARepeat() {
    String push =
        """
        [{"externalId":"a","text":"Kind nurses","rating":5,"publishedAt":"2026-11-20T10:00:00Z"},
         {"externalId":"b","text":"Long wait"}]
        """;

    assertThat(statuses(api.post("/api/v1/posts?source=Push", push)))
        .containsExactly("stored", "stored");
    assertThat(statuses(api.post("/api/v1/posts?source=Push", push)))
        .containsExactly("duplicate", "duplicate");
    assertThat(
            statuses(
                api.post("/api/v1/posts?source=Push", push.replace("Long wait", "Very long wait"))))
        .containsExactly("duplicate", "changed");
    assertThat(posts()).isEqualTo(2);
  }

  @Test
  void onePostIsTakenAsAnObject() {
    assertThat(
            statuses(
                api.post("/api/v1/posts?source=Push", "{\"id\":\"only\",\"text\":\"Thanks\"}")))
        .containsExactly("stored");
  }

  @Test
  void whatCannotBeStoredIsAnsweredAndTheOthersAreStored() {
    HttpResponse<String> answer =
        api.post(
            "/api/v1/posts?source=Push",
            """
            [{"externalId":"a","text":"Fine"},
             {"text":"Without an id"},
             {"externalId":"c"},
             {"externalId":"d","text":"Stars","rating":99},
             {"externalId":"e","text":"When","publishedAt":"soon"},
             {"externalId":"f","text":"Where","location":"Nowhere"},
             {"externalId":"a","text":"Again"},
             {"externalId":"g\\u0000","text":"NUL"},
             7,
             {"externalId":"h","text":"","rating":4}]
            """);

    assertThat(statuses(answer))
        .containsExactly(
            "stored",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "stored");
    JsonNode items = Api.json(answer).get("items");
    assertThat(items.get(3).get("code").asString()).isEqualTo("rating-out-of-range");
    assertThat(items.get(3).get("detail").asString()).isNotBlank();
    assertThat(Api.json(answer).get("rejected").asInt()).isEqualTo(8);
  }

  @Test
  void aDeletionAtTheSourceDeletesHere() {
    for (String source : List.of("Another", "Push", "Zoo")) {
      statuses(
          api.post("/api/v1/posts?source=" + source, "{\"externalId\":\"gone\",\"text\":\"Bye\"}"));
    }

    HttpResponse<String> first =
        api.send(api.request("/api/v1/posts?source=Push&externalId=gone").DELETE());
    HttpResponse<String> second =
        api.send(api.request("/api/v1/posts?source=Push&externalId=gone").DELETE());

    assertThat(Api.json(first).get("deleted").asInt()).isEqualTo(1);
    assertThat(Api.json(second).get("deleted").asInt()).isZero();
    assertThat(left()).as("of other sources").containsExactly("Another", "Zoo");
    assertThat(recorded(clinic)).containsOnlyOnce("listening.posts-withdrawn");
  }

  @Test
  void refusalsAreProblemsWithACode() {
    String many =
        IntStream.range(0, 1001)
            .mapToObj(i -> "{\"externalId\":\"" + i + "\",\"text\":\"x\"}")
            .collect(Collectors.joining(",", "[", "]"));

    problem(api.post("/api/v1/posts?source=Push", many), 413, "too-many-posts");
    problem(api.post("/api/v1/posts?source=Push", "no json"), 400, "json-unreadable");
    problem(api.post("/api/v1/posts?source=Push", "7"), 400, "json-unreadable");
    problem(api.post("/api/v1/posts", "{}"), 400, "bad-request");
    problem(api.post("/api/v1/posts?source=%20", "{}"), 400, "source-missing");
    problem(api.get("/api/v1/nothing-here"), 404, "not-found");
    problem(api.get("/api/v1/posts"), 405, "method-not-allowed");
    problem(
        api.send(api.request("/api/v1/posts?source=Nope&externalId=x").DELETE()),
        404,
        "source-unknown");
    assertThat(posts()).isZero();
  }

  private static void problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("application/problem+json");
    assertThat(Api.json(answer).get("code").asString()).isEqualTo(code);
    assertThat(Api.json(answer).get("detail").asString()).isNotBlank();
  }
}
