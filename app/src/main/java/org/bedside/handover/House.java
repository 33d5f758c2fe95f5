package org.bedside.handover;

import java.time.ZoneId;
import org.bedside.database.OrganizationId;

/** The organization behind a link, as its public page names it. */
public record House(OrganizationId id, String name, ZoneId zone, HandoverRule rule) {}
