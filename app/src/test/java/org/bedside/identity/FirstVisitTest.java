package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.bedside.Api;
import org.bedside.Browser;
import org.bedside.FreshServer;
import org.bedside.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An installation that nobody has set up yet: a server and a database of its own. */
@Tag(TestDatabase.EVERY)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstVisitTest {

  private static final String PASSWORD = "a sentence that is long";

  private static FreshServer server;
  private static int port;

  @BeforeAll
  static void start() throws SQLException {
    server = new FreshServer("first-visit");
    port = server.port();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void everyPageLeadsToTheSetUp() {
    Browser browser = Browser.at(port);

    for (String path : List.of("/", "/sign-in", "/settings/people", "/invitation/x")) {
      assertThat(browser.get(path).headers().firstValue("Location").orElse(""))
          .as(path)
          .endsWith("/set-up");
    }
    assertThat(browser.get("/set-up").statusCode()).isEqualTo(200);
    assertThat(Api.at(port).get("/api/v1/mentions").statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void whatIsMissingIsSaidAndWhatWasEnteredStays() {
    HttpResponse<String> page =
        Browser.at(port)
            .postFrom(
                "/set-up",
                "organization",
                "Larkspur",
                "zone",
                "America/Chicago",
                "email",
                "nobody",
                "password",
                PASSWORD);

    assertThat(page.body()).contains("not an e-mail address", "Larkspur").doesNotContain(PASSWORD);
  }

  @Test
  @Order(3)
  void afterTheSetUpTheAdministratorSignsInAndNobodySetsUpAgain() {
    Browser browser = Browser.at(port);
    HttpResponse<String> done =
        browser.postFrom(
            "/set-up",
            "organization",
            "Larkspur",
            "zone",
            "America/Chicago",
            "locations",
            "Main Campus\nPine Street",
            "name",
            "Maren",
            "email",
            "maren@example.org",
            "password",
            PASSWORD);
    assertThat(done.headers().firstValue("Location").orElse("")).endsWith("/sign-in?ready");

    browser.trySignIn("maren@example.org", PASSWORD);
    assertThat(browser.get("/settings/locations").body()).contains("Main Campus", "Pine Street");

    assertThat(browser.get("/settings/tokens").body()).contains("No program has a key yet");

    assertThat(browser.get("/set-up").statusCode()).isEqualTo(302);
    String json =
        """
        {"organization": "Eve", "admin": {"email": "eve@example.org", "password": "%s"}}
        """
            .formatted(PASSWORD);
    assertThat(Api.at(port).post("/api/v1/setup", json).statusCode()).isEqualTo(409);
  }
}
