package org.bedside.live;

import org.bedside.identity.Permission;

/**
 * A topic that open pages may hear of; each module declares its own as beans.
 *
 * @param name small letters and hyphens; the name of the event in the page
 * @param permission only those hear of it who hold it
 */
public record LiveTopic(String name, Permission permission) {}
