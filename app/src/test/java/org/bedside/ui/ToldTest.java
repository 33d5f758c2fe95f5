package org.bedside.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToldTest {

  @Test
  void itLeadsToNoPageOfAnybodyElse() {
    assertThat(Told.on("/outgoing", "channels.all-held").path()).isEqualTo("/outgoing");
    for (String elsewhere : new String[] {"https://far.example/", "//far.example/", ""}) {
      assertThatThrownBy(() -> Told.on(elsewhere, "channels.all-held"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
