package org.bedside.assessment;

import org.bedside.understanding.Understanding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

  @Bean
  Understanding understanding() {
    return Understanding.load();
  }
}
