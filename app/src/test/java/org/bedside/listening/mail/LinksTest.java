package org.bedside.listening.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://www.google.com/url?q=https://a.example/x&sa=D https://a.example/x",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example%2Fx%3Fp%3D1"
            + " https://a.example/x?p=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT https://a.example/",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=1"
            + " https://a.example/x",
        "https://urldefense.com/v3/__https://a.example/x__;!!abc https://a.example/x",
        "https://www.youtube.com/redirect?q=https%3A%2F%2Fa.example https://a.example",
        "https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fa.example%252Fx"
            + " https://a.example/x",
        "https://a.example/x?utm_source=m&id=4&fbclid=z#top https://a.example/x?id=4#top",
        "https://a.example/search?q=https://b.example/"
            + " https://a.example/search?q=https://b.example/"
      })
  void aLinkIsUnwrappedWithoutAsking(String link, URI page) {
    assertThat(Links.behind(link)).contains(page);
  }

  @Test
  void whatIsNoPageIsNone() {
    assertThat(Links.behind("javascript:alert(1)")).isEmpty();
    assertThat(Links.behind("mailto:a@b.example")).isEmpty();
    assertThat(Links.behind("https://www.google.com/url?q=%%%")).isNotNull();
    assertThat(Links.behind("x".repeat(100_000))).isEmpty();
  }
}
