package org.bedside.listening.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPagesTest extends BedsideTest {

  private static final String BOUNDARY = "the-boundary";
  private Org clinic;
  private Browser browser;

  @BeforeEach
  void somebodySignsIn() {
    clinic = found("Clinic");
    browser = signIn(clinic, Role.COMMUNICATIONS);
  }

  private HttpResponse<String> upload(String name, String content) {
    String form =
        part("name=\"_csrf\"", browser.csrf())
            + part("name=\"file\"; filename=\"" + name + "\"", content)
            + "--"
            + BOUNDARY
            + "--\r\n";
    return browser.send(
        browser
            .request("/sources/imports")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(form)));
  }

  private static String part(String disposition, String content) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String path(HttpResponse<String> redirect) {
    return URI.create(redirect.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private String over(String path) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(limit)) {
      String page = browser.open(path).body();
      if (!page.contains("id=\"bars\"")) {
        return page;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("The import did not end");
  }

  @Test
  void aFileThatIsNoTextIsTurnedAwayInWords() {
    assertThat(upload("picture.csv", "\u0000\u0001\u0002PNG\u0000,x\n1,2\n").body())
        .contains("This is not a table");
    assertThat(upload("posts.jsonl", "{\"te\\u0000xt\":\"Kind nurses\"}\n").body())
        .contains("This is not a table");
  }

  @Test
  void aFileIsShownMappedImportedAndItsErrorsReported() {
    HttpResponse<String> uploaded =
        upload(
            "reviews <b>.csv",
            """
            Review ID,Stars,What they wrote
            1,5,<script>alert(1)</script> kind
            2,99,=HYPERLINK()
            """);
    String path = path(uploaded);
    String columns = browser.open(path).body();
    assertThat(columns)
        .contains("What they wrote")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; kind")
        .doesNotContain("<script>alert(1)");

    HttpResponse<String> without =
        browser.post(path + "/start", "source", "Reviews", "column0", "id", "column2", "author");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Nothing was stored");

    browser.submit(
        path + "/start",
        "source",
        "Reviews",
        "column0",
        "id",
        "column1",
        "rating",
        "column2",
        "text",
        "dates",
        "ISO");
    String done = over(path);

    assertThat(done).contains("1 post stored").contains("not between 0 and 10");
    HttpResponse<String> report = browser.get(path + "/errors.csv");
    assertThat(report.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(report.body()).contains("3,Stars,The rating is not between 0 and 10");
  }

  @Test
  void anImportIsPausedAndResumedAndEveryRowIsThereOnce() {
    StringBuilder rows = new StringBuilder("id,text\n");
    for (int i = 0; i < 40_000; i++) {
      rows.append(i % 50).append(",The same fifty posts again and again ").append(i % 50);
      rows.append('\n');
    }
    String path = path(upload("many.csv", rows.toString()));
    browser.post(path + "/start", "source", "Many", "column0", "id", "column1", "text");

    String paused = browser.submit(path + "/pause").body();
    assertThat(paused).contains("Import of Many: paused", "Go on");
    String before = browser.get(path + "/progress").body();
    assertThat(browser.get(path + "/progress").body()).isEqualTo(before);

    browser.submit(path + "/resume");
    assertThat(over(path)).contains("50 posts stored", "39,950 were known already");
  }

  @Test
  void whatIsNoTableIsToldOnThePage() {
    HttpResponse<String> page = upload("scan.pdf", "%PDF-1.7 …");

    assertThat(page.body()).contains("This is not a table");
  }

  @Test
  void theImportOfAnotherOrganizationIsNotThere() {
    String path = path(upload("mine.csv", "id,text\n1,a\n"));

    assertThat(signIn(found("Other"), Role.ADMINISTRATOR).get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void anImportThatNobodyStartedCanBeCancelled() {
    String path = path(upload("mine.csv", "id,text\n1,a\n"));

    browser.submit(path + "/cancel");

    assertThat(browser.open("/sources/imports").body()).contains("Cancelled");
  }
}
