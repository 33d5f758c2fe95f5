package org.bedside.identity;

import java.util.List;
import org.bedside.database.OrganizationId;

/**
 * An organization was set up; published inside the transaction and on behalf of the organization.
 *
 * @param locations names of its places as entered at set-up; may be empty
 */
public record OrganizationFounded(
    OrganizationId organization, String name, List<String> locations) {}
