package org.bedside.identity.web;

import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityPlaces {

  @Bean
  SettingsItem peopleSettings() {
    return new SettingsItem(
        SettingsGroup.PLACES, 10, "people.title", "/settings/people", "MANAGE_PEOPLE");
  }

  @Bean
  SettingsItem organizationSettings() {
    return new SettingsItem(
        SettingsGroup.PLACES,
        30,
        "organization.title",
        "/settings/organization",
        "MANAGE_ORGANIZATION");
  }

  @Bean
  SettingsItem tokenSettings() {
    return new SettingsItem(
        SettingsGroup.SYSTEM, 40, "tokens.title", "/settings/tokens", "MANAGE_TOKENS");
  }

  @Bean
  SettingsItem auditSettings() {
    return new SettingsItem(
        SettingsGroup.SYSTEM, 50, "audit.title", "/settings/audit", "READ_AUDIT");
  }
}
