package org.bedside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

class PageTest extends BedsideTest {

  @Test
  void anAddressWithNothingAtItGetsAPageInTheReadersLanguage() {
    var browser = browser().inLanguage("es-MX");
    browser.signIn(member(found("Clinic"), Role.COMMUNICATIONS));

    var answer = browser.get("/nothing-here");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("<html lang=\"es\"")
        .contains("No hay nada en esta dirección")
        .contains("Cerrar sesión");
  }

  @Test
  void aPhonesMenuHoldsEveryPlaceThatItsBarHasNoRoomFor() {
    var browser = browser();
    browser.signIn(member(found("Clinic"), Role.ADMINISTRATOR));

    String rail =
        browser.get("/inbox").body().replaceAll("(?s).*(<nav class=\"rail\".*?</nav>).*", "$1");
    String[] parts = rail.split("rail-narrow", 2);

    List<String> onlyWide =
        links(parts[0], "rail-(?:wide|end rail-wide)\">\\s*<a[^>]*? href=\"([^\"]+)\"");
    assertThat(onlyWide).contains("/feedback", "/sources", "/settings/people");
    assertThat(links(parts[1], "href=\"([^\"]+)\"")).containsExactlyElementsOf(onlyWide);
  }

  @Test
  void theSettingsAreListedByWhatBelongsTogetherAndOnlyAsFarAsTheReaderMayOpenThem() {
    var browser = browser();
    browser.signIn(member(found("Clinic"), Role.PATIENT_EXPERIENCE));

    String page = browser.get("/settings/targets").body();

    assertThat(page).contains("Answering", "aria-current=\"page\">Response times");
    assertThat(page).doesNotContain("People and places", "/settings/people");
  }

  private static List<String> links(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().map(found -> found.group(1)).toList();
  }

  @Test
  void aProgramGetsProblemDetailsInstead() {
    var answer = browser().send(browser().request("/assets/nothing").setHeader("Accept", "*/*"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void coloursLanguageAndMaskAreChosenByALinkWithoutAScript() {
    var browser = browser();

    var chosen = browser.get("/sign-in?look-theme=dark&ready");
    browser.get("/sign-in?look-mask=on");
    browser.get("/sign-in?look-language=es");

    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).contains("/sign-in?ready");
    assertThat(browser.get("/sign-in").body())
        .contains("<html lang=\"es\" data-theme=\"dark\" data-mask=\"on\">");
  }

  @Test
  void anUnknownChoiceIsForgotten() {
    var browser = browser();
    browser.get("/sign-in?look-theme=dark");

    browser.get("/sign-in?look-theme=%22%3E");

    assertThat(browser.get("/sign-in").body()).contains("<html lang=\"en\">");
  }

  @Test
  void assetsAreKeptForAYearAndCompressed() {
    var page = browser().get("/sign-in").body();
    String css = page.replaceAll("(?s).*href=\"(/assets/css/[^\"]+)\".*", "$1");

    var answer = browser().send(browser().request(css).header("Accept-Encoding", "gzip"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=31536000", "immutable");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }
}
