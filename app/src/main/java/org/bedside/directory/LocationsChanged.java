package org.bedside.directory;

import org.bedside.database.OrganizationId;

/** The places of an organization, or their names, are others now; published in the transaction. */
public record LocationsChanged(OrganizationId organization) {}
