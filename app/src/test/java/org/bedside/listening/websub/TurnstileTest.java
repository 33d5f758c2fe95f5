package org.bedside.listening.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  @Test
  void eachHubHasItsOwnMeasure() {
    Clock still = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
    Turnstile turnstile = new Turnstile(still);
    UUID one = UUID.randomUUID();
    for (int i = 0; i < Turnstile.MOST; i++) {
      assertThat(turnstile.lets(one)).isTrue();
    }
    assertThat(turnstile.lets(one)).isFalse();
    assertThat(turnstile.lets(UUID.randomUUID())).isTrue();
  }
}
