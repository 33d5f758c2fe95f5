package org.bedside.outbound;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundProperties.class)
class OutboundConfiguration {

  static final String USER_AGENT =
      "Bedside/0.1 (reads public posts for a health organization; honours Retry-After)";

  @Bean
  Pauses pauses() {
    return Thread::sleep;
  }

  @Bean(destroyMethod = "close")
  Outbound outbound(OutboundProperties properties, Pauses pauses, Clock clock) {
    GuardedResolver resolver =
        new GuardedResolver(
            host -> List.of(InetAddress.getAllByName(host)), new AddressRules(properties.allow()));
    return new GuardedOutbound(
        resolver,
        new Exchange(resolver, USER_AGENT),
        new HostGates(properties.perHost(), properties.spacing(), pauses),
        pauses,
        clock,
        RandomGenerator.getDefault());
  }
}
