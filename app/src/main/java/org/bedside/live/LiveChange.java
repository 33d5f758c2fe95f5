package org.bedside.live;

import org.bedside.database.OrganizationId;

/**
 * Something changed that open pages show. Published as an application event: inside a transaction
 * pages hear of it once that has committed, and not at all where it rolls back; elsewhere at once.
 *
 * @param topic name of a {@link LiveTopic}; of one that nobody declared nobody hears
 */
public record LiveChange(OrganizationId organization, String topic) {}
