package org.bedside.listening.push.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bedside.listening.push.KnownPosts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcKnownPosts implements KnownPosts {

  private final JdbcClient jdbc;

  JdbcKnownPosts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> versions(UUID source, Collection<String> externalIds) {
    Map<String, Integer> versions = new HashMap<>();
    jdbc.sql(
            """
            select external_id, version from post
            where source_id = :source and external_id = any(:ids::text[])
            """)
        .param("source", source)
        .param("ids", externalIds.toArray(String[]::new))
        .query(
            row -> {
              versions.put(row.getString("external_id"), row.getInt("version"));
            });
    return versions;
  }
}
