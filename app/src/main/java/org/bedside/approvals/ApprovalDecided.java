package org.bedside.approvals;

import java.util.UUID;
import org.bedside.database.OrganizationId;

/**
 * A request for approval has ended, in whatever way; published inside the transaction that ends it.
 *
 * @param subjectKind as in {@link Subject}
 * @param subjectId as in {@link Subject}
 */
public record ApprovalDecided(
    OrganizationId organization,
    UUID request,
    String subjectKind,
    String subjectId,
    Outcome outcome) {}
