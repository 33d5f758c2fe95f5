package org.bedside.targets;

import org.bedside.database.OrganizationId;

/** Other targets or hours count from now on; published inside the transaction. */
public record TargetsChanged(OrganizationId organization) {}
