package org.bedside.live;

import org.bedside.identity.Permission;

/**
 * A kind of things that several people may have open at once; each module declares its own as
 * beans.
 *
 * @param kind what stands before the colon of a key, as in {@code case:17}
 * @param permission only those count as present, or hear who is, who hold it
 */
public record Watchable(String kind, Permission permission) {}
