package org.bedside.identity.web;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** What a session remembers; what the person may do is read afresh for each request. */
record SessionPerson(UUID person, UUID membership) implements Principal, Serializable {

  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return person.toString();
  }
}
