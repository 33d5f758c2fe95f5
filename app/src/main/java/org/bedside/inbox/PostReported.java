package org.bedside.inbox;

import org.bedside.identity.SignedIn;

/** Somebody reported a post at its network; published inside the transaction that keeps it. */
public record PostReported(long mention, Moderation.Reason reason, SignedIn by) {}
