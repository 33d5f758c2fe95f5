package org.bedside.listening.web;

import org.bedside.identity.Permission;
import org.bedside.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ListeningNav {

  @Bean
  NavItem sourcesNav() {
    return new NavItem(60, "listening.sources", "/sources", "rss", Permission.READ_SOURCES.name());
  }

  @Bean
  NavItem watchesNav() {
    return new NavItem(
        70, "listening.watches", "/watches", "telescope", Permission.READ_SOURCES.name());
  }
}
