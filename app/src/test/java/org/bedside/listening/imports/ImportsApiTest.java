package org.bedside.listening.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.identity.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ImportsApiTest extends BedsideTest {

  @Autowired JdbcClient jdbc;
  private Org clinic;
  private Api api;

  @BeforeEach
  void aClinic() {
    clinic = found("Clinic");
    api = api(clinic, Permission.IMPORT_POSTS);
  }

  private HttpResponse<String> send(String query, String content) {
    return send(query, content.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(String query, byte[] content) {
    return api.send(
        api.request("/api/v1/imports?" + query)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArray(content)));
  }

  /** The import when it is over. */
  private JsonNode over(HttpResponse<String> accepted) {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String path = accepted.headers().firstValue("Location").orElseThrow();
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(limit)) {
      JsonNode job = Api.json(api.get(path));
      if (!job.get("state").asString().equals("running")) {
        return job;
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("The import did not end");
  }

  private static void counts(JsonNode job, long read, long stored, long duplicates, long errors) {
    assertThat(job.get("read").asLong()).as("read").isEqualTo(read);
    assertThat(job.get("stored").asLong()).as("stored").isEqualTo(stored);
    assertThat(job.get("duplicates").asLong()).as("duplicates").isEqualTo(duplicates);
    assertThat(job.get("errors").asLong()).as("errors").isEqualTo(errors);
  }

  private JsonNode errors(JsonNode job) {
    return Api.json(api.get("/api/v1/imports/" + job.get("id").asString() + "/errors"))
        .get("items");
  }

  private long posts() {
    return inOrganization(
        clinic, () -> jdbc.sql("select count(*) from post").query(Long.class).single());
  }

  @Test
  void everyRowIsStoredOnceHoweverOftenTheFileComes() {
    StringBuilder file = new StringBuilder("id,rating,text\n");
    for (int i = 0; i < 1700; i++) {
      file.append("r").append(i).append(",5,The nurse number ").append(i).append(" was kind\n");
    }

    JsonNode first = over(send("source=Reviews", file.toString()));
    JsonNode second = over(send("source=Reviews", file.toString()));

    assertThat(first.get("state").asString()).isEqualTo("done");
    counts(first, 1700, 1700, 0, 0);
    counts(second, 1700, 0, 1700, 0);
    assertThat(posts()).isEqualTo(1700);
  }

  @Test
  void theSameUploadSentAgainIsTheSameImport() {
    var request =
        api.request("/api/v1/imports?source=Again")
            .header("Content-Type", "text/csv")
            .header("Idempotency-Key", "one-upload")
            .POST(BodyPublishers.ofString("id,text\n1,a\n"));

    JsonNode first = over(api.send(request));
    JsonNode second = over(api.send(request));

    assertThat(second.get("id").asString()).isEqualTo(first.get("id").asString());
  }

  @Test
  void eachRowLeftOutIsNamedWithItsColumnAndWhatToDo() {
    String file =
        """
        id,rating,date,text
        1,5,2026-11-20,Fine
        2,11,2026-11-20,Too many stars
        3,good,2026-11-20,No number
        4,4,yesterday-ish,No date
        5,,,
        6,3,2026-11-20,
        6,3,2026-11-20,Other words under the same id
        1,5,2026-11-20,Fine
        7,4,"unquoted, really",too,much
        """;

    JsonNode job = over(send("source=Errors", file));

    counts(job, 9, 2, 1, 6);
    JsonNode errors = errors(job);
    assertThat(
            errors.values().stream()
                .map(e -> e.get("row").asLong() + " " + e.get("code").asString()))
        .containsExactly(
            "3 rating-out-of-range",
            "4 rating-no-number",
            "5 date-unreadable",
            "6 no-text",
            "8 id-repeated",
            "10 ragged");
    assertThat(errors.get(0).get("column").asString()).isEqualTo("rating");
    assertThat(errors.get(0).get("value").asString()).isEqualTo("11");
    assertThat(errors.get(2).get("advice").asString()).contains("2026-11-22");
  }

  @Test
  void theErrorReportIsACsvWithoutFormulas() {
    JsonNode job = over(send("source=Formulas", "id,rating,text\n1,=1+1,Hello\n"));

    HttpResponse<String> report =
        api.send(
            api.request("/api/v1/imports/" + job.get("id").asString() + "/errors")
                .header("Accept", "text/csv")
                .GET());

    assertThat(report.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(report.body()).contains(",'=1+1").doesNotContain(",=1+1");
  }

  @Test
  void aMissingColumnIsSaidBeforeAnythingIsStored() {
    HttpResponse<String> refused = send("source=Missing", "number,colour\n1,red\n");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo("application/problem+json");
    JsonNode problem = Api.json(refused);
    assertThat(problem.get("code").asString()).isEqualTo("column-missing");
    assertThat(problem.get("detail").asString()).contains("number, colour");
    assertThat(posts()).isZero();
    assertThat(
            inOrganization(
                clinic, () -> jdbc.sql("select state from import_job").query(String.class).list()))
        .as("nothing waits for columns that nobody will name")
        .containsExactly("CANCELLED");
    assertThat(
            inOrganization(
                clinic, () -> jdbc.sql("select count(*) from source").query(Long.class).single()))
        .isZero();
  }

  @Test
  void columnsCanBeNamed() {
    String mapping =
        URLEncoder.encode("{\"text\":\"colour\",\"id\":\"number\"}", StandardCharsets.UTF_8);

    JsonNode job = over(send("source=Named&mapping=" + mapping, "number,colour\n1,red\n"));

    counts(job, 1, 1, 0, 0);
    assertThat(job.get("mapping").get("text").asString()).isEqualTo("colour");
  }

  @Test
  void hostileTextIsStoredOrNamedAndNeverStopsTheOthers() {
    String zalgo = "Z\u0335\u0321a\u0337lgo".repeat(2000);
    String file =
        "{\"id\":\"nul\",\"text\":\"a\\u0000b\"}\n"
            + "{\"id\":\"half\",\"text\":\"x \\ud83d y\"}\n"
            + "{\"id\":\"half \\udc00 id\",\"text\":\"half an id\"}\n"
            + "{\"id\":\"long\",\"text\":\""
            + "word ".repeat(20_000)
            + "\"}\n"
            + "{\"id\":\"rtl\",\"text\":\"\\u202Eevil <script>alert(1)</script>\"}\n"
            + "{\"id\":\"zalgo\",\"text\":\""
            + zalgo
            + "\"}\n"
            + "{\"id\":\"toolong\",\"text\":\""
            + "w".repeat(300_000)
            + "\"}\n"
            + "{\"id\":\"bad\\u0000rating\",\"rating\":\"\\u0000\\ud800\",\"text\":\"x\"}\n";

    JsonNode job = over(send("source=Hostile", file));

    assertThat(job.get("state").asString()).isEqualTo("done");
    counts(job, 8, 6, 0, 2);
  }

  @Test
  void aFileInWindows1252IsReadAsSuch() {
    JsonNode job =
        over(
            send(
                "source=Latin",
                "id,text\n1,Atenci\u00f3n excelente, se\u00f1ora\n2,Espera de tres horas\n"
                    .replace("excelente,", "excelente")
                    .getBytes(java.nio.charset.Charset.forName("windows-1252"))));

    counts(job, 2, 2, 0, 0);
    assertThat(
            inOrganization(
                clinic,
                () ->
                    jdbc.sql("select text from post where external_id = '1'")
                        .query(String.class)
                        .single()))
        .isEqualTo("Atención excelente señora");
  }

  @Test
  void aQuoteLeftOpenStopsTheImportWithWhatWasReadKept() {
    String file = "id,text\n1,fine\n2,\"open\n" + "x,y\n".repeat(1_500_000);

    JsonNode job = over(send("source=Open", file));

    assertThat(job.get("state").asString()).isEqualTo("failed");
    assertThat(job.get("failure").asString()).contains("quotation mark");
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void aFormFromCurlIsToldWhichContentTypeToSend() {
    HttpResponse<String> refused =
        api.send(
            api.request("/api/v1/imports?source=X")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("id,text\n1,a\n")));

    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(Api.json(refused).get("code").asString()).isEqualTo("unsupported-media-type");
  }

  @Test
  void aFileComesAsAPartOfAFormToo() {
    String form =
        """
        --b
        Content-Disposition: form-data; name="file"; filename="a.csv"

        id,text
        1,a

        --b--
        """
            .replace("\n", "\r\n");

    JsonNode job =
        over(
            api.send(
                api.request("/api/v1/imports?source=Form")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString(form))));

    counts(job, 1, 1, 0, 0);
    assertThat(job.get("file").asString()).isEqualTo("a.csv");
  }

  @Test
  void anotherOrganizationSeesNothingOfIt() {
    JsonNode job = over(send("source=Mine", "id,text\n1,a\n"));
    Api others = api(found("Other clinic"), Permission.IMPORT_POSTS);

    HttpResponse<String> refused = others.get("/api/v1/imports/" + job.get("id").asString());

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(Api.json(refused).get("code").asString()).isEqualTo("import-unknown");
  }

  @Test
  void withoutATokenOrItsPermissionThereIsAProblemWithACode() {
    HttpResponse<String> nobody =
        apiWithoutToken().get("/api/v1/imports/" + java.util.UUID.randomUUID());
    HttpResponse<String> other =
        api(clinic, Permission.READ_MENTIONS).get("/api/v1/imports/" + java.util.UUID.randomUUID());

    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(Api.json(nobody).get("code").asString()).isEqualTo("unauthorized");
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(Api.json(other).get("code").asString()).isEqualTo("forbidden");
  }
}
