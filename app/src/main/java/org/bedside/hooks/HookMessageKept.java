package org.bedside.hooks;

import org.bedside.database.OrganizationId;

/** A message waits to be sent; published in the transaction that keeps it. */
public record HookMessageKept(OrganizationId organization) {}
