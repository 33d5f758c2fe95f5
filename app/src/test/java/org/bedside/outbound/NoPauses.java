package org.bedside.outbound;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The client of the whole server tries again without waiting. How long it waits is held to by its
 * own tests.
 */
@TestConfiguration(proxyBeanMethods = false)
public class NoPauses {

  @Bean
  @Primary
  Pauses noPauses() {
    return length -> {};
  }
}
