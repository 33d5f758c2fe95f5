package org.bedside.mail;

import org.bedside.database.OrganizationId;

/** A letter waits to be sent; published in the transaction that keeps it. */
public record LetterKept(OrganizationId organization) {}
