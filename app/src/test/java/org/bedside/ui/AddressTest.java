package org.bedside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void oneParameterIsReplacedAndTheOthersStay() {
    assertThat(Address.with("/inbox", "q=a%26b&state=open", "state", "closed"))
        .isEqualTo("/inbox?q=a%26b&state=closed");
  }

  @Test
  void aValueCannotAddParameters() {
    assertThat(Address.with("/inbox", null, "q", "a&state=x#% é"))
        .isEqualTo("/inbox?q=a%26state%3Dx%23%25%20%C3%A9");
  }

  @Test
  void theLastParameterTakesTheQuestionMarkWithIt() {
    assertThat(Address.with("/inbox", "q=1", "q", null)).isEqualTo("/inbox");
  }

  @Test
  void aQueryThatIsNoQueryStaysAsItCame() {
    assertThat(Address.with("/inbox", "%zz&&=&a", "q", "1")).isEqualTo("/inbox?%zz&=&a&q=1");
  }
}
