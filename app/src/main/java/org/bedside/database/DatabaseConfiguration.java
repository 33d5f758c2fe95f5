package org.bedside.database;

import javax.sql.DataSource;
import org.bedside.secrets.MasterKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  @Bean
  Database database(DatabaseProperties properties, MasterKey key) {
    return Database.open(properties, key);
  }

  @Bean
  @Primary
  DataSource dataSource(Database database) {
    return database.pool("bedside_app", 24);
  }

  @Bean(defaultCandidate = false)
  DataSource systemDataSource(Database database) {
    return database.pool("bedside_system", 8);
  }

  @Bean
  @Primary
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new TenantTransactionManager(dataSource);
  }

  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
    return new TransactionTemplate(transactionManager);
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  Notifications notifications(Database database, DataSource dataSource) {
    return new Notifications(dataSource, () -> database.connection("bedside_app"));
  }

  @Bean
  AcrossOrganizations acrossOrganizations(@Qualifier("systemDataSource") DataSource system) {
    return new AcrossOrganizations(
        JdbcClient.create(system), new TransactionTemplate(new JdbcTransactionManager(system)));
  }
}
