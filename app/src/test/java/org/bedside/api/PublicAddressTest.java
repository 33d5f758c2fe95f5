package org.bedside.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

  @Test
  void itIsEncryptedOrThereIsNone() {
    assertThat(PublicAddressConfiguration.read(" ")).isEmpty();
    assertThat(PublicAddressConfiguration.read("https://bedside.example.org/care/"))
        .contains(URI.create("https://bedside.example.org/care"));
    for (String wrong :
        new String[] {
          "http://bedside.example.org",
          "bedside.example.org",
          "https://",
          "https://a:b@bedside.example.org",
          "https://bedside.example.org/?x",
          "https://bed side"
        }) {
      assertThatThrownBy(() -> PublicAddressConfiguration.read(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("such as https://bedside.example.org");
    }
  }
}
