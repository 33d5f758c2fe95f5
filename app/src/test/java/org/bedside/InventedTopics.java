package org.bedside;

import org.bedside.identity.Permission;
import org.bedside.live.LiveTopic;
import org.bedside.live.Watchable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What only few may hear of, for tests of open pages; all share one server. */
@TestConfiguration(proxyBeanMethods = false)
class InventedTopics {

  @Bean
  LiveTopic forAuditors() {
    return new LiveTopic("for-auditors", Permission.READ_AUDIT);
  }

  @Bean
  Watchable auditorsPapers() {
    return new Watchable("paper", Permission.READ_AUDIT);
  }
}
