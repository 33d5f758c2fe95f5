package org.bedside.identity.web;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a session remembers; what the person may do is read afresh for each request.
 *
 * @param since when the password was last shown; a change of the password after that ends it
 */
record SessionPerson(UUID person, UUID membership, Instant since)
    implements Principal, Serializable {

  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return person.toString();
  }
}
