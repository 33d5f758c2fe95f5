package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that was left open overnight. */
@SuppressWarnings("NullAway.Init") // each test begins with them
class LateFormTest extends BedsideTest {

  private static final String WORDS =
      "Thank you, <b>we</b> will \"look\" into it.\nPlease call us.";

  private Org org;
  private Person maren;

  @BeforeEach
  void somebodyWrites() {
    org = found("Larkspur Health");
    maren = member(org, Role.COMMUNICATIONS);
  }

  @Test
  void whoWasSignedOutOvernightGetsTheirWordsBackAndCanSendThemOnceSignedInAgain() {
    Browser browser = browser();
    HttpResponse<String> late = sent(browser, "a token of yesterday", "same-origin");

    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(late.body())
        .contains("Nothing was sent", "You were signed out", "href=\"/sign-in\"")
        .contains("action=\"/inbox/7/reply?x=1\"", "name=\"send\" value=\"yes\"");
    assertThat(words(late)).isEqualTo(WORDS);
    assertThat(late.body()).doesNotContain("<b>we", "open sesame");

    browser.signIn(maren);
    HttpResponse<String> again = sent(browser, "still that of yesterday", "same-origin");
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.body()).contains("The page was open for too long", "Send it again");
    assertThat(words(again)).isEqualTo(WORDS);

    assertThat(sent(browser, browser.csrf(), "same-origin").statusCode())
        .as("there is no such case, but the form was taken")
        .isEqualTo(404);
  }

  @Test
  void aFormOfAnotherSiteIsRefusedAndShowsNothingOfWhatItBrought() {
    Browser browser = signIn(maren);
    for (String origin : new String[] {"cross-site", "same-site", "none"}) {
      HttpResponse<String> refused = sent(browser, "guessed", origin);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).doesNotContain("Please call us.");
    }
  }

  @Test
  void whereNobodyKnowsWhatSiteItCameFromTheWordsAreShownButNotSentByOnePress() {
    HttpResponse<String> late = sent(signIn(maren), "old", null);
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(words(late)).isEqualTo(WORDS);
    assertThat(late.body()).doesNotContain("Send it again").contains("Copy your words");
  }

  @Test
  void aSignInFormThatWasOpenForTooLongLeadsToAFreshOne() {
    HttpResponse<String> late = sent(browser(), "/sign-in", "old", "same-origin");
    assertThat(late.headers().firstValue("Location").orElse("")).endsWith("/sign-in?late");
    assertThat(browser().get("/sign-in?late").body()).contains("was open for too long");
  }

  @Test
  void whoNeedsNoSignInSendsItAgainWithoutOne() {
    HttpResponse<String> late = sent(browser(), "/p/unknown/messages", "old", "same-origin");
    assertThat(late.body())
        .contains("The page was open for too long", "Send it again")
        .doesNotContain("href=\"/sign-in\"");
    assertThat(words(late)).isEqualTo(WORDS);
  }

  @Test
  void thePageIsNothingByItself() {
    assertThat(signIn(maren).post("/late-form", "reply", WORDS).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> sent(Browser browser, String token, @Nullable String origin) {
    return sent(browser, "/inbox/7/reply?x=1", token, origin);
  }

  private static HttpResponse<String> sent(
      Browser browser, String path, String token, @Nullable String origin) {
    var request =
        browser
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "_csrf="
                        + encoded(token)
                        + "&reply="
                        + encoded(WORDS)
                        + "&send=yes&password="
                        + encoded("open sesame")));
    return browser.send(origin == null ? request : request.header("Sec-Fetch-Site", origin));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What a browser would show in the field. */
  private static String words(HttpResponse<String> page) {
    String field = page.body().replaceFirst("(?s).*name=\"reply\"[^>]*>(.*?)</textarea>.*", "$1");
    return field
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
