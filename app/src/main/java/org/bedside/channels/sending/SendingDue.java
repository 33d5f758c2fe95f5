package org.bedside.channels.sending;

import java.time.Instant;
import java.util.List;
import org.bedside.database.OrganizationId;

/** In which organizations something is due; spans organizations, and never says what. */
public interface SendingDue {

  List<OrganizationId> organizations(Instant now);
}
