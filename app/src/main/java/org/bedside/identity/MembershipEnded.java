package org.bedside.identity;

import java.util.UUID;

/** Somebody works for the current organization no more; published inside the transaction. */
public record MembershipEnded(UUID member) {}
