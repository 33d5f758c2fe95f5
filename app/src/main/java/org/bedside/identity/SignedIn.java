package org.bedside.identity;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * The person or token behind the current request; a controller takes it as a parameter. It is no
 * {@link java.security.Principal}, because Spring MVC would then hand over its own wrapper of it.
 *
 * @param id the membership's id, or the token's
 * @param token whether it is an API token
 * @param name to show
 * @param zone the organization's
 * @param language that the person chose, {@code en} or {@code es}; null to follow the browser
 */
public record SignedIn(
    UUID id,
    boolean token,
    String name,
    UUID organization,
    String organizationName,
    ZoneId zone,
    Set<Permission> permissions,
    @Nullable String language)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public SignedIn {
    permissions = Set.copyOf(permissions);
  }

  /** Somebody who chose no language. */
  public SignedIn(
      UUID id,
      boolean token,
      String name,
      UUID organization,
      String organizationName,
      ZoneId zone,
      Set<Permission> permissions) {
    this(id, token, name, organization, organizationName, zone, permissions, null);
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
