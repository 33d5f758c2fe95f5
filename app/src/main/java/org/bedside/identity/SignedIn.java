package org.bedside.identity;

import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.bedside.database.OrganizationId;

/**
 * The person or token behind the current request; a controller takes it as a parameter.
 *
 * @param id the membership's id, or the token's
 * @param token whether it is an API token
 * @param name to show
 * @param zone the organization's
 */
public record SignedIn(
    UUID id,
    boolean token,
    String name,
    UUID organization,
    String organizationName,
    ZoneId zone,
    Set<Permission> permissions)
    implements Principal, Serializable {

  private static final long serialVersionUID = 1L;

  public SignedIn {
    permissions = Set.copyOf(permissions);
  }

  @Override
  public String getName() {
    return name;
  }

  public OrganizationId organizationId() {
    return new OrganizationId(organization);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** How the audit names this actor. */
  public String actor() {
    return (token ? "token:" : "member:") + id;
  }
}
