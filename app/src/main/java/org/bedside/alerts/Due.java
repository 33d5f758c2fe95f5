package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import org.bedside.database.OrganizationId;

/** In which organizations something is due; spans organizations, and never says what. */
public interface Due {

  /** Where a crisis waits longer than it may. */
  List<OrganizationId> escalations(Instant now);

  /** Where somebody is to be told something. */
  List<OrganizationId> messages();

  /** Where posts came in within the hour before {@code hour} that nobody has judged yet. */
  List<OrganizationId> spikes(Instant hour);

  /** Where a summary is wanted. */
  List<OrganizationId> digests();

  /** Facts older than any spike is compared with go, whoever they belong to. */
  void forget(Instant before);

  /** When messages went out before then is forgotten, whoever they went to. */
  void forgetMessages(Instant before);
}
