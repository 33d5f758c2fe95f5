package org.bedside.secrets;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

  @Bean
  MasterKey masterKey(
      @Value("${bedside.secret-key:}") String fromEnvironment,
      @Value("${bedside.data}") Path data) {
    return fromEnvironment.isBlank()
        ? MasterKey.inFile(data.resolve("secret.key"))
        : MasterKey.ofBase64(fromEnvironment);
  }

  @Bean
  Secrets secrets(MasterKey master) {
    return new Secrets(master);
  }
}
