package org.bedside.inbox;

import org.bedside.database.OrganizationId;

/** What becomes of a reply has changed; published inside the transaction that changes it. */
public record RepliesChanged(OrganizationId organization) {}
