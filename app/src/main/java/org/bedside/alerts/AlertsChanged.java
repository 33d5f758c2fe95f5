package org.bedside.alerts;

import org.bedside.database.OrganizationId;

/** Alerts are new or changed; published inside the transaction that changes them. */
public record AlertsChanged(OrganizationId organization) {}
