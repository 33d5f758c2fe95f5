package org.bedside.improvement;

import org.bedside.database.OrganizationId;

/** Something is to be told to this organization's address; published in the transaction. */
public record DeliveryWaiting(OrganizationId organization) {}
