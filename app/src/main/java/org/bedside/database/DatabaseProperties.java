package org.bedside.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param data the folder that holds everything this installation keeps
 * @param databaseUrl an external PostgreSQL; the embedded one where it is absent
 * @param postgresRuntime where the embedded server's binaries are unpacked; in {@code data} where
 *     absent
 */
@ConfigurationProperties("bedside")
record DatabaseProperties(
    Path data, @Nullable String databaseUrl, @Nullable Path postgresRuntime) {}
