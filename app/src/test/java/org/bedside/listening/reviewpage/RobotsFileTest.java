package org.bedside.listening.reviewpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9309, its examples among them. */
class RobotsFileTest {

  @ParameterizedTest
  @CsvSource({
    "/foo,/foo/bar,false",
    "/foo,/fo,true",
    "/foo,/FOO,true",
    "/*.gif$,/a/b.gif,false",
    "/*.gif$,/a/b.gif?x,true",
    "/this/*/exactly,/this/that/exactly,false",
    "/foo/bar/%62%61%7A,/foo/bar/baz,false",
    "/foo/bar/baz,/foo/bar/%62%61%7A,false",
    "/foo/bar/U+E38384,/foo/bar/x,true",
    "/caf%C3%A9,/café,false",
    "/a%2Fb,/a/b,true",
    "/*,/anything,false",
    "/$,/,false",
    "/$,/a,true",
    "*/private,/x/private/y,false",
    "/a**b$,/axxb,false",
    "/search?q=,/search?q=clinic,false"
  })
  void aDisallowedPatternMatches(String pattern, String path, boolean allowed) {
    RobotsFile file = RobotsFile.read("User-agent: *\nDisallow: " + pattern, "bedside");
    assertThat(file.allows(path)).isEqualTo(allowed);
  }

  @Test
  void theLongestMatchDecidesAndAllowingWinsATie() {
    RobotsFile file =
        RobotsFile.read(
            """
            User-Agent: *
            Disallow: /example/
            Allow: /example/public
            Disallow: /example/public.html
            Disallow: /tie
            Allow: /tie
            """,
            "bedside");
    assertThat(file.allows("/example/page")).isFalse();
    assertThat(file.allows("/example/publications")).isTrue();
    assertThat(file.allows("/example/public.html")).isFalse();
    assertThat(file.allows("/tie")).isTrue();
    assertThat(file.allows("/robots.txt")).isTrue();
  }

  @Test
  void allGroupsThatNameUsHoldTogetherAndThoseForEverybodyThenDoNot() {
    RobotsFile file =
        RobotsFile.read(
            """
            \uFEFFUser-agent: otherbot
            User-agent: Bedside
            Disallow: /a # a comment
            Crawl-delay: 5

            User-agent: *
            Disallow: /

            user-agent: bedside
            disallow: /b
            Sitemap: https://example.org/map.xml
            """,
            "bedside");
    assertThat(file.allows("/a")).isFalse();
    assertThat(file.allows("/b")).isFalse();
    assertThat(file.allows("/c")).isTrue();
    assertThat(file.delay()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void anEmptyGroupOfOurOwnAllowsEverything() {
    RobotsFile file =
        RobotsFile.read("User-agent: bedside\nDisallow:\n\nUser-agent: *\nDisallow: /", "bedside");
    assertThat(file.allows("/x")).isTrue();
  }

  @Test
  void hostileRulesCostLittle() {
    RobotsFile file =
        RobotsFile.read("User-agent: *\nDisallow: /" + "*a".repeat(50_000) + "$", "bedside");
    assertThat(file.allows("/" + "a".repeat(100_000) + "b")).isTrue();
    assertThat(RobotsFile.read("Disallow\n::\n\u0000", "bedside").allows("/")).isTrue();
  }
}
