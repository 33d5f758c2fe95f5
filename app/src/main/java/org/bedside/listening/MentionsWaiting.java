package org.bedside.listening;

import org.bedside.database.OrganizationId;

/**
 * New or edited mentions wait for their assessment; published in the transaction that stored them.
 */
public record MentionsWaiting(OrganizationId organization, int count) {}
