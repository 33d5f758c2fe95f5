package org.bedside.assessment;

import org.bedside.understanding.Level;
import org.bedside.understanding.Understanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AssessmentConfiguration.class);

  /** Where this machine can't run the encoder, posts are still read, if less well. */
  @Bean
  Understanding understanding(@Value("${bedside.understanding.level}") Level level) {
    try {
      return Understanding.load(level);
    } catch (IllegalStateException e) {
      if (level == Level.QUICK) {
        throw e;
      }
      log.warn(
          "Posts are read at the quick level, less accurately: {}. Set"
              + " bedside.understanding.level=quick to keep it so.",
          e.getMessage());
      return Understanding.load(Level.QUICK);
    }
  }
}
