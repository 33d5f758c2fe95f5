package org.bedside.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

class HeadersTest extends BedsideTest {

  @Test
  void everyKindOfAnswerForbidsInlineScriptsFramesAndStrangers() {
    Org org = found("Headers");
    Browser browser = signIn(org, Role.CLINICIAN);
    Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
    answers.put("a page", browser().get("/sign-in"));
    answers.put("a redirect to sign in", browser().get("/settings/people"));
    answers.put("a refused page", browser.get("/settings/people"));
    answers.put("a missing page", browser.get("/there/is/no/such/page"));
    answers.put("a form from elsewhere", browser.postWithoutToken("/sign-in"));
    answers.put("an asset", browser.get("/assets/css/bedside.css"));
    answers.put("a missing asset", browser.get("/assets/css/missing.css"));
    answers.put("a library", browser.get("/webjars/htmx.org/2.0.8/dist/htmx.min.js"));
    answers.put("the API", api(org, Permission.READ_MENTIONS).get("/api/v1/nothing"));
    answers.put("the API to a stranger", apiWithoutToken().get("/api/v1/nothing"));
    answers.put("a broken body", apiWithoutToken().post("/api/v1/setup", "{"));
    answers.put("a rejected address", browser.get("/sign-in;x=1"));
    answers.put("an address with a double slash", browser.get("//sign-in//"));

    answers.forEach(
        (kind, answer) -> {
          assertThat(header(answer, "Content-Security-Policy"))
              .as(kind + " " + answer.statusCode())
              .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
              .doesNotContain("unsafe", "http:", "https:", "*");
          assertThat(header(answer, "X-Content-Type-Options")).as(kind).isEqualTo("nosniff");
          assertThat(header(answer, "Referrer-Policy")).as(kind).isEqualTo("no-referrer");
          assertThat(header(answer, "X-Frame-Options")).as(kind).isEqualTo("DENY");
        });
  }

  @Test
  void whatSomebodySignedInSeesIsKeptByNoCache() {
    Browser browser = signIn(found("Headers"), Role.ADMINISTRATOR);

    assertThat(header(browser.get("/account"), "Cache-Control")).contains("no-store");
  }

  @Test
  void assetsAreKeptForAYearUnderTheirFingerprint() {
    assertThat(header(browser().get("/assets/css/bedside.css"), "Cache-Control"))
        .contains("max-age=31536000", "immutable");
  }

  @Test
  void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
    HttpResponse<String> answer = browser().get("/sign-in");

    assertThat(header(answer, "Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(" ", answer.headers().allValues(name));
  }
}
