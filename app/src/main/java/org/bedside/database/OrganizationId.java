package org.bedside.database;

import java.util.UUID;

/** The key of an organization, which is also the tenant that a row belongs to. */
public record OrganizationId(UUID value) {

  /** The organization written as its UUID. */
  public static OrganizationId of(String uuid) {
    return new OrganizationId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
