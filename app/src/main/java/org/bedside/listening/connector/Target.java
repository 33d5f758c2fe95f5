package org.bedside.listening.connector;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to listen to.
 *
 * @param cursor as the connector gave it the last time; its own format
 */
public record Target(URI url, @Nullable String cursor, @Nullable Login login) {}
